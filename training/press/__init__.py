"""Press besides the annotated news, for the event models: a line format, a regional daily, pieces of our own."""
