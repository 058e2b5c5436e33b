"""French words: tokenizer, lexicon, lemmas, tenses, sentence ends."""
