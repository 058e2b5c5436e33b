"""The words of a line: its subject, complements that can be read alone, the parts that a clause can lose."""
