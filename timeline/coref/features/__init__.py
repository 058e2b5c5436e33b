"""What is compared between two mentions: days, words, numbers, triggers, ordinals."""
