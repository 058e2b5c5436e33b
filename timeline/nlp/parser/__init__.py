"""The network that reads: tags, heads, relations, sentence starts."""
