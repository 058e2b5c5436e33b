"""Who takes part in an event and where it is: every name of the article is a candidate, a learned model chooses."""
