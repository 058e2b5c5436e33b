"""French words, rules and joins for time expressions."""
