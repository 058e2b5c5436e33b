"""The treebanks, names and word lists that the reading pipeline learns from."""
