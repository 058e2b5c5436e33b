"""From pages to documents: templates, frame, Markdown, options."""
