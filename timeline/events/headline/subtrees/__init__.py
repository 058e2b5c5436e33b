"""The parts of a clause that a line may leave out, how likely it needs each, and the sets of words that drafts keep."""
