"""What a line that is too long may still leave out, and which of these cuts make it fit a headline."""
