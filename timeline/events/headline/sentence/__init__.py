"""The lines in the own words of a sentence: as written, without its asides, with a name for its pronoun."""
