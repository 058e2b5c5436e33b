"""A file that was edited, read again: only what the edits touch."""
