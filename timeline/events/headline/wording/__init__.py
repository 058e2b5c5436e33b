"""The names and noun phrases of a headline: subjects, referents of pronouns, complements that can be read alone."""
