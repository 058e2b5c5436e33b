"""Pages that come to MkDocs as ready HTML: no Markdown is read, nothing is written in `docs_dir`."""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from timeline.site import Page


class ReadyPage(MkDocsPage):
    """One of our pages as a page of MkDocs. Themes write titles and descriptions as HTML, so they are escaped here."""

    def __init__(self, ready: Page, file: File, config: MkDocsConfig, updated: str) -> None:
        super().__init__(escape(ready.title), file, config)
        self.ready = ready
        self.update_date = updated

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source: the title and what else a theme asks of it."""
        self.markdown = ""
        self.meta = {
            "title": escape(self.ready.title),
            "description": escape(self.ready.description),
            "language": self.ready.language,
            "search": {"exclude": True},
            "hide": ["toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The HTML as it is."""
        self.content = self.ready.body
        self.toc = get_toc([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def page_file(ready: Page, config: MkDocsConfig, *, in_nav: bool, updated: str, source: str) -> File:
    """The generated file of a page, at the path that its links assume, independent of `use_directory_urls`.

    Args:
        ready: The page, with its HTML.
        config: The site's settings.
        in_nav: Whether it may stand in the site's navigation.
        updated: The day that themes print as that of the last change (ISO 8601).
        source: The timeline's YAML file: other plugins ask for a page's source.

    Returns:
        The file, for MkDocs' list of them.
    """
    level = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, ready.path.removesuffix(".html") + ".md", content="", inclusion=level)
    file.dest_uri = ready.path
    file.abs_src_path = source
    file.page = ReadyPage(ready, file, config, updated)
    return file


def data_file(path: str, content: str | bytes, config: MkDocsConfig, source: str) -> File:
    """A generated file that is no page.

    Args:
        path: Its path in the site.
        content: What is written there.
        config: The site's settings.
        source: The file that it is made of, for which other plugins ask.

    Returns:
        The file, for MkDocs' list of them.
    """
    file = File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.abs_src_path = source
    return file
