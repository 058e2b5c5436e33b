"""How headlines use nouns: which ones a reader understands without a complement."""
