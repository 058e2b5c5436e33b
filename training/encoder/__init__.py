"""A pretrained encoder of text, multilingual-e5-small, whose states of words teach what few texts are annotated for."""
