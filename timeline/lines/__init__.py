"""The lines of an article: those that are wrapped, the rows of a chronology, lists of other articles."""
