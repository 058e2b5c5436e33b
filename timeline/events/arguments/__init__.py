"""The people and places of an event: every name of the article is a candidate, and a learned model chooses."""
