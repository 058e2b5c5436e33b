"""Which topic of its article a line stands behind: "Fusillade à Grasse : le suspect est arrêté"."""
