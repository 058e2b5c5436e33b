"""The headline of an event."""
