"""Which of the drafts is printed: the gate that each must pass, and the chance that an editor would write it so."""
