"""Event mentions: predicates, event nouns, subjects, factuality."""
