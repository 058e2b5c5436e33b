"""Files that hold several articles: Europresse, Factiva, Nexis, Alceste/IRaMuTeQ, and parted text."""

from timeline.articles.formats.databases.page import drafts_of_page
from timeline.articles.formats.databases.text import drafts_of_text

__all__ = ["drafts_of_page", "drafts_of_text"]
