"""The time of the clause around an expression: past, present, future or planned, from the parse or from cues."""
