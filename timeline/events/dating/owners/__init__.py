"""Which mention a time expression belongs to."""
