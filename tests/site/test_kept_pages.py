"""A site whose unchanged pages are taken over is, file by file, the site that plain MkDocs builds from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.conftest import contents as all_contents
from tests.conftest import examples, write_article
from timeline.articles.find import SITE_MARKER
from timeline.document import Document
from timeline.document.lock import Lock, Record, dump_lock
from timeline.site.base import pieces
from timeline.site.exports import icalendar, search
from timeline.workflow.commands.build_site import build_site
from timeline.workflow.files import read_file
from timeline.workflow.memory.values import updates_folder

PEOPLE = ("Anne Ardent", "Paul Brun", "Le Conseil d’État", "Moscou")
PLACES = ("Brive", "Kyiv", "Bakhmut")
TITLE = "Le pont de Brive"
EDIT = "https://example.org/depot"

Events = list[dict[str, object]]
Change = Callable[[Path, int], object]


def _event(n: int) -> dict[str, object]:
    return {
        "id": f"e{n:02}",
        "date": f"20{10 + n}-0{1 + n % 9}-11",
        "title": f"Séance {n}",
        "people": [PEOPLE[n % 3]],
        "places": [PLACES[n % 2]],
        "sources": [{"article": ("un", "deux")[n % 2], "quote": f"La séance {n} a eu lieu."}],
    }


def _of_events(edit: Callable[[Events, int], object]) -> Change:
    """A change of the events of the YAML file, which is written anew."""

    def change(root: Path, n: int) -> None:
        path = root / "timeline.yaml"
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        edit(read["events"], n)
        path.write_text(yaml.safe_dump(read, allow_unicode=True, sort_keys=False), encoding="utf-8")

    return change


def _field(name: str, *values: object) -> Change:
    """Another value of a field of some event."""
    return _of_events(lambda events, n: events[n % len(events)].update({name: values[n % len(values)]}))


def _in_file(name: str, old: str, *new: str) -> Change:
    """Other words in a file, where they stand first."""

    def change(root: Path, n: int) -> None:
        path = root / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new[n % len(new)], 1), encoding="utf-8")

    return change


def _article(root: Path, n: int) -> None:
    write_article(
        root,
        ("un", "deux")[n % 2],
        "Un récit.",
        date=f"2022-12-{10 + n % 9}",
        title=f"Récit {n % 3}\nauthor: Ada {n % 4}",
    )


def _weighed(root: Path, id_: str, weight: float, confidence: float) -> None:
    """What an update leaves in the lock where an event is as it was, and the machine is surer of it."""
    lock = Lock({id_: Record(ours={"title": "Séance"}, weight=weight, confidence=confidence)}, {}, "")
    (root / "timeline.lock").write_text(dump_lock(lock), encoding="utf-8")


def _addressed(root: Path, n: int) -> None:
    """The address of a person's page, as the names file has it."""
    (root / "names.yaml").write_text(f"people:\n- name: {PEOPLE[n % 2]}\n  slug: page-{n % 3}\n", encoding="utf-8")


def _setting(name: str, *values: object) -> Change:
    """Another setting of the site."""

    def change(root: Path, n: int) -> None:
        path = root / "mkdocs.yml"
        read = yaml.safe_load(path.read_text(encoding="utf-8")) | {name: values[n % len(values)]}
        path.write_text(yaml.safe_dump(read), encoding="utf-8")

    return change


CHANGES: dict[str, Change] = {
    "title": _field("title", "Un autre titre", "L'ordre du jour ?", "Séance 3"),
    "date": _field("date", "2012-03-04", "2025-01", "2012/2014", "vers 2016"),
    "people": _field("people", [PEOPLE[0]], list(PEOPLE), [], ["Olga Neuve"]),
    "places": _field("places", [PLACES[0]], list(PLACES)),
    "text": _field("text", "Un *mot* de plus.", ""),
    "status": _field("status", "planned", "denied"),
    "tags": _field("tags", ["pont"], ["pont", "loi"]),
    "sources": _field(
        "sources", [{"article": "un"}, {"article": "deux", "quote": "Autre."}], [{"url": "https://a.fr"}]
    ),
    "links": _field("sources", [{"url": "https://b.fr"}, {"url": "https://a.fr"}], [{"url": "https://c.fr"}]),
    "hidden": _field("hidden", True, False),
    "a name whose page another name has": _field("people", ["Anne ardent"], ["anne-ardent", "Moscou"]),
    "removed": _of_events(lambda events, n: events.pop(n % len(events)) if len(events) > 2 else None),
    "added": _of_events(lambda events, n: events.append({**_event(n % 12), "id": f"n{n}"})),
    "moved in the file": _of_events(lambda events, n: events.insert(0, events.pop(n % len(events)))),
    "a note": _in_file("timeline.yaml", "events:", "# une note\nevents:"),
    "the timeline's title": _in_file("timeline.yaml", TITLE, "Brive", "Le pont"),
    "an article": _article,
    "an address of a name": _addressed,
    "weight and confidence": lambda root, n: _weighed(root, f"e{n % 12:02}", n / 12, 0.5 + n % 3 / 10),
    "a page of one's own": _in_file("docs/propos.md", "À propos", "Le projet", "Qui ?"),
    "site name": _setting("site_name", "Le fil", "Les fils"),
    "address": _setting("site_url", "https://example.org/", "https://example.net/fil/"),
    "repository": _setting("repo_url", EDIT),
    "a page of the site is gone": lambda root, n: (root / "site" / "fil" / "method.html").unlink(missing_ok=True),
    "a page of the site was edited": lambda root, n: (root / "site" / "fil" / "method.html").write_bytes(b"mine"),
    "the site is gone": lambda root, n: shutil.rmtree(root / "site"),
}


def project(root: Path) -> Path:
    """A project with enough events for several pages, and a page of the author's that shows and links to some."""
    (root / "articles").mkdir(parents=True)
    (root / "docs").mkdir()
    for n in range(2):
        _article(root, n)
    propos = "# À propos\n\n[Paul](fil/people/paul-brun.md)\n\n```timeline\nlimit: 2\n```\n"
    (root / "docs" / "propos.md").write_text(propos, encoding="utf-8")
    settings_of = {"site_name": "Le fil", "theme": {"name": "timeline"}, "plugins": [{"timeline": {"per_page": 4}}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings_of), encoding="utf-8")
    head = {"title": TITLE, "slug": "fil", "language": "fr", "articles": "articles"}
    whole = {**head, "events": [_event(n) for n in range(12)]}
    (root / "timeline.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def contents(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in all_contents(site).items() if path != SITE_MARKER}


def by_hand(root: Path) -> dict[str, bytes]:
    """The site as `mkdocs build` makes it, which remembers nothing."""
    mkdocs_build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "by_hand")))
    return contents(root / "by_hand")


def as_read(path: Path) -> dict[Path, Document]:
    """A timeline as an update reads it before it writes."""
    read = read_file(path, "en")[1].document
    return {path.resolve(): read} if read else {}


def steps() -> st.SearchStrategy[list[tuple[str, int]]]:
    return st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 11)), min_size=1, max_size=5)


@settings(max_examples=examples(12, 300), suppress_health_check=list(HealthCheck))
@given(changes=steps())
@example(changes=[("address", 0), ("title", 3), ("an article", 2), ("address", 1)])
@example(changes=[("a name whose page another name has", 3), ("hidden", 4), ("an article", 7), ("hidden", 1)])
@example(changes=[("sources", 1), ("links", 0), ("links", 1), ("moved in the file", 8)])
@example(changes=[("weight and confidence", 9), ("weight and confidence", 10), ("title", 1)])
@example(changes=[("an address of a name", 0), ("weight and confidence", 9), ("an address of a name", 4)])
@example(
    changes=[("a page of the site was edited", 0), ("weight and confidence", 9), ("people", 1), ("the site is gone", 0)]
)
@example(changes=[("repository", 0), ("a note", 0), ("the site is gone", 0), ("a page of the site was edited", 0)])
def test_after_any_changes_the_site_is_the_one_from_nothing(
    changes: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = project(tmp_path_factory.mktemp("kept") / "project")
    build_site(root / "timeline.yaml")
    for name, n in changes:
        known = as_read(root / "timeline.yaml")
        CHANGES[name](root, n)
        build_site(root / "timeline.yaml", known=known)
        assert contents(root / "site") == by_hand(root), name


def _written(root: Path, suffix: str = "html") -> set[str]:
    """The files that a build writes, the pages as a rule: those that are not the very files of the build before."""

    def places() -> dict[str, int]:
        found = (root / "site").rglob(f"*.{suffix}")
        return {path.relative_to(root / "site").as_posix(): path.stat().st_ino for path in found}

    before = places()
    build_site(root / "timeline.yaml")
    return {path for path, place in places().items() if before.get(path) != place}


ALWAYS = {"404.html", "index.html", "propos/index.html", "fil/index.html"}


def test_only_the_pages_that_show_a_changed_event_are_written(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build_site(root / "timeline.yaml")
    assert _written(root) == ALWAYS
    _field("title", "Un autre titre")(root, 10)
    assert _written(root) == {
        *ALWAYS, "fil/all.html", "fil/2018_2021.html", "fil/embed.html", "fil/people/paul-brun.html",
        "fil/places/brive.html", "fil/articles/un.html", "fil/known-2022-12-10.html", "fil/known-2022-12-11.html",
    }  # fmt: skip


def test_what_no_page_shows_of_an_event_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    _weighed(root, "e09", 0.9, 0.5)
    build_site(root / "timeline.yaml")
    always = {"assets/timeline-export.schema.json"}
    for weight, confidence, suffix, files in (
        (0.8, 0.5, "html", ALWAYS),
        (0.7, 0.5, "ics", set[str]()),
        (0.6, 0.5, "json", always),
        (0.6, 0.6, "html", ALWAYS),
        (0.6, 0.7, "ics", set[str]()),
        (0.6, 0.8, "json", {*always, "fil/timeline.json"}),
    ):
        _weighed(root, "e09", weight, confidence)
        assert _written(root, suffix) == files
    assert contents(root / "site") == by_hand(root)


def test_exports_are_written_where_what_they_say_has_changed(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build_site(root / "timeline.yaml")
    assert _written(root, "ics") == set()
    _in_file("timeline.yaml", "events:", "# une note\nevents:")(root, 0)
    assert _written(root, "ics") == set()
    _field("title", "Un autre titre")(root, 10)
    assert _written(root, "ics") == {"fil/timeline.ics"}
    assert contents(root / "site") == by_hand(root)


def test_only_the_parts_of_exports_of_a_changed_event_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_SIZE", 1)
    root = project(tmp_path / "project")
    build_site(root / "timeline.yaml")
    made: list[str] = []
    whole = icalendar._vevent
    monkeypatch.setattr(icalendar, "_vevent", lambda card, written: (made.append(card.id), whole(card, written))[1])
    _field("title", "Un autre titre")(root, 10)
    build_site(root / "timeline.yaml")
    assert made == ["e10"]
    assert contents(root / "site") == by_hand(root)


def test_what_is_made_of_kept_parts_is_as_if_made_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_SIZE", 2)
    monkeypatch.setattr(search, "ONE_FILE", 2)
    monkeypatch.setattr(search, "_EVENTS_A_FILE", 4)
    root = project(tmp_path / "project")
    for n, name in enumerate(("a note", "title", "an article", "sources", "text", "added", "date", "links", "removed")):
        CHANGES[name](root, n)
        build_site(root / "timeline.yaml")
        assert contents(root / "site") == by_hand(root), name
    assert len(list((root / "site" / "fil" / "search").iterdir())) > 2


def test_a_damaged_memory_is_as_none(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    build_site(root / "timeline.yaml")
    for path in updates_folder().iterdir():
        path.write_bytes(path.read_bytes()[:-5] + b"wrong")
    assert "fil/method.html" in _written(root)
    assert contents(root / "site") == by_hand(root)


def test_a_site_that_another_plugin_may_change_takes_nothing_over(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    _setting("plugins", ["search", {"timeline": {"per_page": 4}}])(root, 0)
    build_site(root / "timeline.yaml")
    assert "fil/method.html" in _written(root)
