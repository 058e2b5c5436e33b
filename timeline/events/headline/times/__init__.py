"""The times that a headline keeps."""
