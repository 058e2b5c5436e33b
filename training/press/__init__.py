"""Press beside the annotated news, for the event models: annotation by lines, a regional daily."""
