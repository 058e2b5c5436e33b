"""The networks of the reading pipeline: their parts, their training and their graphs."""
