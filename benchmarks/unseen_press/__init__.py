"""Press pieces of many genres that no model has learnt from, with the figures of the product on them."""
