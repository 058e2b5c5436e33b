"""Which countries the places of an article are in, and how that bears on the choice among them."""
