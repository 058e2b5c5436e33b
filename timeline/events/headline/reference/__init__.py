"""Whom a pronoun may mean: who is a person, of which gender, alive, quoted, passed over; whom the headline names."""
