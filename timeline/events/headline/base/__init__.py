"""What all folders of headlines share: the types of drafts, the needs of verbs, the marks, the gate."""
