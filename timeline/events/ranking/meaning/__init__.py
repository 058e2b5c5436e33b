"""Meanings of words, as short vectors."""
