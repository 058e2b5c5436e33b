"""One canonical name for a person or place across articles."""
