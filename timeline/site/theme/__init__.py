"""The MkDocs theme `timeline`: templates, one stylesheet, one script. It holds no code."""
