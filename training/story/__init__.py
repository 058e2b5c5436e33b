"""Fits what makes stories of articles: which mentions are of one event, and which events an editor publishes."""
