"""Pages that are taken over from the last build, because they would be the same."""
