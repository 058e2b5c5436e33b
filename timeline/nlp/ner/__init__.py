"""Named entities: the network's, the gazetteer's, and patterns."""
