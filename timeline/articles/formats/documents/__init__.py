"""Office documents, PDF and EPUB, as text: what people keep articles in."""

from timeline.articles.formats.documents.reader import DocumentReader

__all__ = ["DocumentReader"]
