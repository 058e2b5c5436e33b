"""What people judged of lines, affairs and topics: tables, and their readers."""
