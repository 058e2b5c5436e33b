"""The possible headlines of an event: its clause in several lengths, the clause above, a noun phrase, in agreement."""
