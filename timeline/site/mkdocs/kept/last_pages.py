"""The pages and exports of the last build: MkDocs is only asked for those that would be others now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from timeline.workflow.commands.site_folder import linked


@dataclass(frozen=True, slots=True)
class LastPages:
    """The pages and exports of the last build that stand as it left them, and what those of this one are made of.

    Attributes:
        site: The folder of the last build.
        digests: What each file was made of, by its path; only of files that stand as they were written. By a name with
            a slash at its end what all pages of a folder were made of but its first; only where all of them stand.
        now: What each file of this build is made of; it is filled while the files are passed to MkDocs.
        notes: Whether it is: a build that is not remembered need not know.
    """

    site: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    notes: bool = False

    def same(self, path: str, digest: Callable[[], str]) -> str | None:
        """The file of the last build that a page or an export would be written as.

        Args:
            path: Its path within the site.
            digest: Gives a digest of all that it depends on, beside the code and the settings.

        Returns:
            The file's path; None where it is another, or new.
        """
        if not self.notes:
            return None
        now = self.now[path] = digest()
        return f"{self.site}/{path}" if self.digests.get(path) == now else None

    def is_whole(self, folder: str, digest: Callable[[], str]) -> bool:
        """Whether all pages of a timeline's folder but its first would be those of the last build.

        Args:
            folder: Its name.
            digest: Gives a digest of all that they depend on, beside the code and the settings.
        """
        if not self.notes:
            return False
        name = f"{folder}/"
        if name not in self.now:
            self.now[name] = digest()
        return self.digests.get(name) == self.now[name]

    def pages_of(self, folder: str) -> Iterator[tuple[str, str]]:
        """The pages of a whole folder but its first, in order, and the last build's files of them."""
        for path, digest in self.digests.items():
            if path.startswith(f"{folder}/") and path.endswith(".html"):
                self.now[path] = digest
                yield path, f"{self.site}/{path}"


class KeptFile(File):
    """An export or a page as the last build wrote it: to MkDocs a file to copy.

    A site has thousands: its fields are those that MkDocs sets, which takes each path apart.

    Args:
        path: Its path within the site.
        same: The last build's file.
        config: The site's settings.
    """

    def __init__(self, path: str, same: str, config: MkDocsConfig) -> None:
        self.src_uri = self.dest_uri = path
        self.src_dir, self.dest_dir = None, config.site_dir
        self.use_directory_urls, self.inclusion = config.use_directory_urls, InclusionLevel.NOT_IN_NAV
        self.generated_by, self.abs_src_path = "timeline", same

    def is_documentation_page(self) -> bool:
        """Never: nothing is read or written for it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Puts a link to the last build's file into the site, or a copy where the system has no links."""
        source, target = str(self.abs_src_path), f"{self.dest_dir}/{self.dest_uri}"
        try:  # a site has thousands of pages: none is looked at before
            os.link(source, target, follow_symlinks=False)
        except OSError:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            linked(source, target)


class KeptPage(KeptFile):
    """The same at the address of a page, under the name that the author's own pages may link to."""

    def __init__(self, path: str, same: str, config: MkDocsConfig) -> None:
        super().__init__(path, same, config)
        self.src_uri = path.removesuffix(".html") + ".md"


def kept_file(path: str, same: str, config: MkDocsConfig) -> KeptFile:
    """A page or an export that is taken over.

    Args:
        path: Its path within the site.
        same: The last build's file.
        config: The site's settings.

    Returns:
        The file, for MkDocs' list of them.
    """
    return (KeptPage if path.endswith(".html") else KeptFile)(path, same, config)


def with_kept(files: Files, config: MkDocsConfig, updated: str) -> Sequence[File]:
    """All pages of a site, those that are taken over in their places: what its site map lists.

    Args:
        files: All files of the site.
        config: The site's settings.
        updated: The day of the last change of every page.

    Returns:
        The files of the pages, each with its page.
    """
    pages = [file for file in files if file.is_documentation_page() or isinstance(file, KeptPage)]
    for file in pages:
        if isinstance(file, KeptPage):
            MkDocsPage("", file, config).update_date = updated
    return [file for file in pages if file.inclusion.value > InclusionLevel.DRAFT.value]
