"""The affair of an article: the noun phrase by which an editor says what it is about, "Pollution de la Semois"."""
