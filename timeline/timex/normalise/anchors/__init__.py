"""What an expression is counted from: the last date of the text, or the day of a dispatch in it."""
