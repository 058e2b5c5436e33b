"""The choices that are learnt: which words an editor makes entries, and which of their possible datings is right."""
