"""From the articles of a timeline to its entries, all of them or only what a change touches."""
