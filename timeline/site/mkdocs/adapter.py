"""The handlers of MkDocs' events: thin, so that the pages do not depend on MkDocs."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from markupsafe import escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from timeline import site
from timeline.gc_pause import collector_paused, reading_what_stays
from timeline.model import Timeline
from timeline.site.base import routes
from timeline.site.base.draft import Draft, digest_of
from timeline.site.exports import Maker, digests
from timeline.site.mkdocs import pictures
from timeline.site.mkdocs.blocks import put_back, taken_out
from timeline.site.mkdocs.kept.last_pages import LastPages, kept_file, with_kept
from timeline.site.mkdocs.preview import Compiled, guarded, making, watch
from timeline.site.mkdocs.ready_pages import ReadyPage, data_file, page_file
from timeline.site.mkdocs.timeline_reader import Made, TimelineReader
from timeline.site.render.rendered import Written

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.timeline")
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


class TimelineConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs types this in part
    """What `mkdocs.yml` may say under `plugins: - timeline:`."""

    timelines = c.ListOfItems(c.Type(str), default=["timeline.yaml"])
    per_page = c.Type(int, default=200)
    full_articles = c.Type(bool, default=False)
    edit_uri = c.Type(str, default="")
    social_image = c.Type(str, default="")
    review_badge = c.Type(bool, default=False)
    typography = c.Type(bool, default=True)


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs types this in part
    """Passes the pages of every timeline to MkDocs."""

    def __init__(self) -> None:
        self.reader = TimelineReader()
        self._serving = False
        self._made = Made()
        self._compiled = Compiled()
        self._later: Mapping[str, Maker] = {}
        self._blocks: list[tuple[str, str]] = []
        self._updated = ""
        self._language = "fr"
        self._shared = ""  # a digest of what the pages of all timelines depend on
        self._observer: Any = None  # watchdog's, while a preview is served
        self.progress: Callable[[int, int], None] = lambda done, of: None
        """Called after each page with the number of pages built and that of all."""
        self._pages, self._all_pages = 0, 0
        self._files = Files(())
        self._pictures = pictures.Shown()
        self.takes_pictures = False  # whether the site shows pictures out of articles
        self.is_edited = False  # whether the preview is an editor: then no script is within its pages
        self.last = LastPages()
        """The pages of the last build; those that would be the same are taken over from it."""
        self.shown: Mapping[str, tuple[Path, str]] = {}  # file and digest of each timeline, as the site on disk has it

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether this is a preview. MkDocs keeps a plugin that has this event from build to build."""
        self._serving = command == "serve"
        if not self._serving:
            self.reader = TimelineReader()  # a build begins with what its project remembers
        self.is_edited, self._observer = False, None

    @event_priority(-120)  # after mike, which puts the version into the site's address
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the timelines and makes their pages; in a preview, a broken file becomes a page that says so."""
        root = root_of(config)
        with reading_what_stays():
            return self._configured(config, root)

    def _configured(self, config: MkDocsConfig, root: Path) -> MkDocsConfig:
        set_now = options(config, self.config)
        read = self.reader.read(root, self.config.timelines, lines=self._serving or bool(set_now.edit_url))
        if read.problems and not self._serving:
            raise PluginError("\n".join(map(str, read.problems)))
        for problem in read.problems:
            log.error(str(problem))
        self.takes_pictures = bool(read.pictures)
        self._pictures = pictures.shown(read.timelines, Path(config.docs_dir), read.pictures)
        options_now = replace(set_now, pictures=self._pictures.pictures)
        self._shared = digest_of((site_url(config), [(one.title, one.slug, one.language) for one in read.timelines]))
        self._made = self.reader.make(
            read, options_now, preview=self._serving, later=self._observer is not None, is_kept=self._is_kept
        )
        self._updated = latest(read.timelines)
        self._language = next((timeline.language for timeline in read.timelines), "fr")
        if not is_ours(config):
            config.extra_css = ["assets/timeline.css", *config.extra_css]
            config.extra_javascript = [*config.extra_javascript, "assets/timeline.js"]
        return config

    @event_priority(-120)  # after plugins that sort the files of `docs_dir` by language: ours are none of those
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the pages and their files; a page of the author's own at the same place wins."""
        given = {file.dest_uri for file in files}
        there = given | self._pictures.files.keys()
        root = root_of(config)
        shown = [one.shared.timeline for one in self._made.written]
        missing = pictures.missing(shown, there, {Path(name).name: root / name for name in self.config.timelines})
        if missing and not self._serving:
            raise PluginError("\n".join(map(str, missing)))
        for problem in missing:
            log.error(str(problem))
        sources = self._sources(config)
        with collector_paused():
            for file in self._page_files(given, config):
                files.append(file)
        beside: dict[str, str | bytes] = {**self._pictures.files, **({} if is_ours(config) else site.assets())}
        if config.theme.name == "material":
            beside |= {f"{one.slug}/sitemap.xml": sitemap(one.slug, site_url(config)) for one in self._made.written}
        exports, seen = self._made.files, {one.slug: digests(one) for one in self._made.written}
        for path, make in (dict(exports) | {path: partial(content_of, beside, path) for path in beside}).items():
            folder = path.partition("/")[0]
            may_stay = folder in seen and path not in beside
            if path not in given and may_stay and (same := self.last.same(path, partial(seen[folder], path))):
                files.append(kept_file(path, same, config))
            elif path not in given:
                files.append(data_file(path, make, config, sources(folder)))
        self._later = {path: make for path, make in self._made.later.items() if path not in given}
        self._pages, self._all_pages = 0, len(files.documentation_pages())
        self._files = files
        return files

    def _page_files(self, given: Container[str], config: MkDocsConfig) -> Iterator[File]:
        """The files of all pages, in order, but for those that are given."""
        sources = self._sources(config)
        kept = {f"{one.slug}/index.html": one.slug for one in self._made.written if self._is_kept(one)}
        for draft in self._made.drafts:
            if draft.path not in given:
                yield self._page(draft, config, sources(draft.timeline))
            for path, same in self.last.pages_of(kept[draft.path]) if draft.path in kept else ():
                if path not in given:
                    yield kept_file(path, same, config)

    def _is_kept(self, one: Written) -> bool:
        """Whether all pages of a timeline but its first are those of the last build."""
        return self.last.is_whole(one.slug, lambda: self._shared + one.digest_of_pages())

    def _page(self, draft: Draft, config: MkDocsConfig, source: str) -> File:
        """The file of a page: a link to the last build's, where that is as this one would be."""
        in_nav = draft.path in ("index.html", f"{draft.timeline}/index.html")
        if not in_nav and (same := self.last.same(draft.path, lambda: self._shared + draft.digest())):
            return kept_file(draft.path, same, config)
        late = is_ours(config) and len(config.plugins) == 1 and not config.hooks  # no other plugin asks for HTML
        return page_file(draft, config, in_nav=in_nav, updated=self._updated, source=source, late=late)

    def _sources(self, config: MkDocsConfig) -> Callable[[str], str]:
        """The source file of a page in a timeline's folder: that timeline's file, or the first timeline's."""
        root = root_of(config)
        paths = {one.slug: one.shared.timeline.path for one in self._made.written}
        first = (self.config.timelines or ["mkdocs.yml"])[0]
        found = {path: str((root / path).resolve()) for path in {first, *paths.values()}}
        return lambda slug: found[paths.get(slug, first)]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Pages of the author's are dated like ours: by the data, not by the clock."""
        for file in files.documentation_pages():
            if file.page is None:
                MkDocsPage(None, file, config)
            if file.page is not None:
                file.page.update_date = _in_gzip(self._updated)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Takes the blocks out before Markdown reads them as code."""
        without, self._blocks = (
            taken_out(markdown) if "```timeline" in markdown or "~~~timeline" in markdown else (markdown, [])
        )
        return without

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Replaces the blocks by their timelines."""
        if not self._blocks:
            return html
        up = routes.root(page.file.dest_uri)
        whole, problems = put_back(html, self._blocks, self._made.written, up)
        for problem in problems:
            log.warning(f"{page.file.src_uri}: {problem}")
        return whole

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Gives our theme its words, and whether a policy may forbid inline scripts.

        The live reload of a preview is an inline script.
        """
        env.globals["timeline_words"] = site.frame_words
        env.globals["timeline_policy"] = not self._serving or self.is_edited
        env.globals["timeline_language"] = self._language
        address = site_url(config)
        env.globals["timeline_site_url"] = address
        drawn = "card.png" if self._made.written else ""
        image = self.config.social_image or drawn
        env.globals["timeline_social_image"] = f"{address}{image}" if address and image else ""
        if self._serving:
            env.bytecode_cache = self._compiled
        if is_ours(config):
            env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The site map lists the pages that are taken over, too."""
        if template_name == "sitemap.xml" and config.site_url:
            context["pages"] = with_kept(self._files, config, _in_gzip(self._updated))
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """A page of ours gets its HTML when its frame is written, where no other plugin asks for it before."""
        if isinstance(page, ReadyPage):
            page.make()
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Puts what a page of ours says in its `<head>` there, in any theme."""
        self._pages += 1
        self.progress(self._pages, self._all_pages)
        if not isinstance(page, ReadyPage):
            return output
        social = "" if is_ours(config) else site.social_tags(page.ready, options(config, self.config))
        whole = output.replace("</head>", f"{social}{page.ready.head}</head>", 1)
        page.forget()
        return whole

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Notes which state of the files the site now shows."""
        self.shown = self.reader.shown

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watches the YAML files; from here on, what is beside the pages is made when it is asked for."""
        root = root_of(config)
        self._observer = watch(server, [str((root / name).resolve()) for name in self.config.timelines])
        app = server.get_app()
        assert app is not None
        own = str(config.dev_addr.host)
        server.set_app(guarded(making(app, lambda: self._later, server.mount_path), own))
        return server

    def on_shutdown(self) -> None:
        """Stops watching."""
        if self._observer is not None:
            self._observer.stop()


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder."""
    return Path(config.config_file_path or "mkdocs.yml").parent


def content_of(files: Mapping[str, str | bytes], path: str) -> str | bytes:
    """What a file holds that is there already."""
    return files[path]


def is_ours(config: MkDocsConfig) -> bool:
    """Whether the site uses our own theme."""
    return config.theme.name == "timeline"


def latest(timelines: tuple[Timeline, ...]) -> str:
    """The day of the newest article, as the day of the site: no clock is read."""
    days = [card.published for timeline in timelines for card in timeline.articles]
    return max(days, default=datetime.date(1980, 1, 1)).isoformat()


def options(config: MkDocsConfig, ours: TimelineConfig) -> site.SiteOptions:
    """The pages' options from MkDocs' own settings and ours."""
    return site.SiteOptions(
        site_name=config.site_name or "",
        site_url=site_url(config),
        edit_url=edit_url(config, ours.edit_uri),
        per_page=ours.per_page,
        full_articles=ours.full_articles,
        social_image=ours.social_image,
        review_badge=ours.review_badge,
        typography=ours.typography,
    )


def site_url(config: MkDocsConfig) -> str:
    """The site's address with its last slash, which mike leaves out after the version; "" where it has none."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def sitemap(slug: str, address: str) -> str:
    """A site map of a timeline's folder.

    Material takes each `link[rel=alternate]` for another language of the page, and asks for a site map beside its
    target; without one, a visitor's console has an error for each export.
    """
    url = f"<url><loc>{escape(address)}{slug}/index.html</loc></url>" if address else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SITEMAP}">{url}</urlset>\n'


def edit_url(config: MkDocsConfig, edit_uri: str) -> str:
    """Where a line of a YAML file is edited.

    From `edit_uri` of ours, or MkDocs' own less its `docs_dir`; "" without `repo_url`.
    """
    if not config.repo_url:
        return ""
    docs = f"{Path(config.docs_dir).name}/"
    base = edit_uri or (config.edit_uri or "").removesuffix(docs)
    return f"{config.repo_url.rstrip('/')}/{base.lstrip('/')}{{path}}#L{{line}}" if base else ""


_GZIP_FIRST, _GZIP_LAST = "1970-01-01", "2106-02-07"


def _in_gzip(day: str) -> str:
    """The day, or the nearest that gzip's 32 bits hold: MkDocs stamps the packed sitemap with it."""
    return min(max(day, _GZIP_FIRST), _GZIP_LAST)
