"""The choice among the drafts: the gate that each must pass, and the likelihood that an editor would write it."""
