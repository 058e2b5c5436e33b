"""From the text of a timeline file to a `Document`, with every problem."""
