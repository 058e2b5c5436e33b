"""The constants that a network's graph and its training share."""

DILATIONS = (1, 2, 4)
"""The distances of the three convolutions over a text: a word sees seven words on each side."""
REACH = sum(DILATIONS)
KERNEL = 5
"""The width of a letter filter."""
