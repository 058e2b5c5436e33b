"""One reader per format, and the table that says who reads what."""
