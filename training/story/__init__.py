"""Fits the models of stories: which mentions are of one event, and which events an editor publishes."""
