"""Whole projects: archives, builds of a growing folder, builds that are killed."""
