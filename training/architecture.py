"""What a trained network's graph and its training must agree on."""

DILATIONS = (1, 2, 4)
"""How far the three convolutions over a text look to each side: seven words in all."""
REACH = sum(DILATIONS)
KERNEL = 5
"""Letters that a filter sees at a time."""
