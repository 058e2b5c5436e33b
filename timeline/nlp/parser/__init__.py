"""The parser network: tags, heads, relations, sentence starts."""
