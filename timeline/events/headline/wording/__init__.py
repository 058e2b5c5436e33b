"""Who and what a headline names: subjects, whom pronouns stand for, complements that can be read alone."""
