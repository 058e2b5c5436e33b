"""Names beside the entities that may be arguments: unmarked proper nouns, groups and sites given by a noun."""
