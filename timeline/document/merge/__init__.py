"""The three-way merge of the machine's events with the file that people edit."""
