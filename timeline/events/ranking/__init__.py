"""The learnt choices: which mentions an editor makes entries, and which of their possible datings is right."""
