"""The date of each event mention, and the evidence for it."""
