"""From the mentions of one event to one entry of the timeline."""
