"""Time expressions: `recognise` finds them, `normalise` dates them."""
