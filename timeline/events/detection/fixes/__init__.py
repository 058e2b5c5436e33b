"""Words that the parser attached wrongly: what a number counts, what completes a verb, who acts."""
