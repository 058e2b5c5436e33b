"""Editing in the browser: requests become acts, acts become patches of the YAML file, and each can be undone."""
