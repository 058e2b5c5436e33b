"""Tests of what an article is about."""
