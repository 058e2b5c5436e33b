"""YAML as text with positions: read as a tree, patched by spans, never dumped."""
