"""The headlines that an event may have, before one is chosen: its clause in several lengths, the one above, a noun."""
