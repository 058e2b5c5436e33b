"""Named entities: from the network, the gazetteer, and patterns."""
