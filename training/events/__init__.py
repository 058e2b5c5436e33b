"""Fits the models that choose events, their dates, people, places and status."""
