"""What makes a clause complete: the objects of its verb, whole lists, words that nothing may part."""
