"""People, organisations and places of an article and of each event."""
