"""What words mean, as short vectors."""
