"""What a pronoun takes up of the sentence before."""
