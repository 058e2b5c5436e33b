"""Paragraphs, lines, languages and folding of the text of articles."""
