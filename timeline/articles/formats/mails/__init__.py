"""Mails: their files, and those that people paste into a text."""
