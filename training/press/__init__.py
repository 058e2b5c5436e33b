"""Press besides the annotated news, for the event models: a line format for annotation, and a regional daily."""
