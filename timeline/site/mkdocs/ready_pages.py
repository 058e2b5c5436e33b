"""Pages that come to MkDocs as ready HTML: no Markdown is read, nothing is written in `docs_dir`."""

from __future__ import annotations

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from timeline.site import Page
from timeline.site.base.draft import Draft
from timeline.site.exports import Maker


class ReadyPage(MkDocsPage):
    """One of our pages as a page of MkDocs. Themes write titles and descriptions as HTML, so they are escaped here.

    With `late`, it is made when its frame is, and forgotten after: our own theme, alone, asks for nothing before that.
    """

    def __init__(self, draft: Draft, file: File, config: MkDocsConfig, updated: str, *, late: bool) -> None:
        self._draft, self._late, self._made = draft, late, None if late else draft.make()
        super().__init__("" if self._made is None else escape(self._made.title), file, config)
        self.update_date = updated

    @property
    def ready(self) -> Page:
        """The page."""
        if self._made is None:
            self._made = self._draft.make()
        return self._made

    def make(self) -> None:
        """Gives the page its HTML, if it is made late."""
        if self._late:
            self.content = self.ready.body

    def forget(self) -> None:
        """Lets go of what was made late, once it is written."""
        if self._late:
            self._made, self.content = None, ""

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source: the title and what else a theme asks of it."""
        self.markdown = ""
        self.meta = (
            {}
            if self._late
            else {
                "title": escape(self.ready.title),
                "description": escape(self.ready.description),
                "language": self.ready.language,
                "search": {"exclude": True},
                "hide": ["toc"],
            }
        )

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The HTML as it is; of a page that is made late, `make` gives it."""
        self.content = "" if self._late else self.ready.body
        self.toc = get_toc([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def page_file(draft: Draft, config: MkDocsConfig, *, in_nav: bool, updated: str, source: str, late: bool) -> File:
    """The generated file of a page, at the path that its links assume, independent of `use_directory_urls`.

    Args:
        draft: The page.
        config: The site's settings.
        in_nav: Whether it may stand in the site's navigation.
        updated: The day that themes print as that of the last change (ISO 8601).
        source: The timeline's YAML file: other plugins ask for a page's source.
        late: Whether a page that is not in the navigation is made no sooner than its frame.

    Returns:
        The file, for MkDocs' list of them.
    """
    level = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, draft.path.removesuffix(".html") + ".md", content="", inclusion=level)
    file.dest_uri = draft.path
    file.abs_src_path = source
    file.page = ReadyPage(draft, file, config, updated, late=late and not in_nav)
    return file


class MadeFile(File):
    """A file that is made when it is written, and not kept."""

    def __init__(self, path: str, make: Maker, config: MkDocsConfig) -> None:
        self._make = make
        self._given: str | bytes | None = None
        super().__init__(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV)
        self.generated_by = "timeline"

    @property
    def _content(self) -> str | bytes:
        """What is written, made anew each time that it is asked for; or what another plugin has set."""
        return self._make() if self._given is None else self._given

    @_content.setter
    def _content(self, given: str | bytes | None) -> None:
        self._given = given


def data_file(path: str, make: Maker, config: MkDocsConfig, source: str) -> File:
    """A generated file that is no page.

    Args:
        path: Its path in the site.
        make: Makes what is written there.
        config: The site's settings.
        source: The file that it is made of, for which other plugins ask.

    Returns:
        The file, for MkDocs' list of them.
    """
    file = MadeFile(path, make, config)
    file.abs_src_path = source
    return file
