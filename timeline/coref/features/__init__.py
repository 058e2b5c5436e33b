"""The features that are compared between two mentions: days, words, numbers, triggers, ordinals."""
