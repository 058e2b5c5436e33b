"""The pages of a timeline's site."""
