"""The publication date of an article, with the evidence for it."""
