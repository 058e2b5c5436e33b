"""What groups of events are worth, and what merging them costs."""
