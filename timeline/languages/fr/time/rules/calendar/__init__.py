"""Rules for days, months, years and named days."""
