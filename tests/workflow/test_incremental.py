"""After any sequence of changes, a build that remembers gives the bytes of one that remembers nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.conftest import contents, examples, write_article
from timeline.cli import main
from timeline.coref.merging import update
from timeline.workflow.memory import blocks

TEXTS = (
    "La ministre Anne Ardent a démissionné mardi 3 mars 2020 après la publication du rapport sur le pont de Brive.",
    "Anne Ardent, la ministre, avait démissionné le 3 mars 2020. Le pont de Brive a été fermé le 5 mars 2020.",
    "Le pont de Brive a été fermé jeudi 5 mars 2020 par la préfecture. Deux ouvriers ont été blessés la veille.",
    "Les députés ont adopté la loi sur les ponts le 20 mai 2020. Le pont de Brive rouvrira en septembre 2021.",
)
NAMES = ("demission", "fermeture", "loi", "reprise")
DAYS = ("2020-03-04", "2020-03-06", "2020-05-21")

Change = Callable[[Path], object]


def _wrote(name: str, text: str, day: str) -> Change:
    return lambda root: write_article(root, name, text, date=day)


def _removed(name: str) -> Change:
    return lambda root: (root / "articles" / f"{name}.md").unlink(missing_ok=True)


def _saved(path: Path, text: str) -> None:
    """A person saves the YAML: not where an alias would lose its anchor, at which a build stops."""
    if "*un" not in text or "title: &un " in text:
        path.write_text(text, encoding="utf-8")


def _edited(old: str, new: str) -> Change:
    """An edit of the YAML by a person, wherever its words stand first."""

    def change(root: Path) -> None:
        path = root / "timeline.yaml"
        if path.exists():
            _saved(path, path.read_text(encoding="utf-8").replace(old, new, 1))

    return change


def _event_deleted(root: Path) -> None:
    path = root / "timeline.yaml"
    if path.exists():
        above, mark, rest = path.read_text(encoding="utf-8").partition("\n- ")
        _, more, others = rest.partition("\n- ")
        _saved(path, above + (mark + others if more else "\n" if mark else ""))


_LAST_OF_SEVERAL = re.compile(
    r"(    quote: .*\n)(  - article: .*\n    quote: .*\n)(\n- id: .*\n(?:  .*\n)*?  sources:\n)"
)


def _source_moved(root: Path) -> None:
    """The last source of an event that has several now stands under the event below it."""
    path = root / "timeline.yaml"
    if path.exists():
        path.write_text(_LAST_OF_SEVERAL.sub(r"\1\3\2", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")


def _aliased(root: Path) -> None:
    """Two events whose title is written once."""
    path = root / "timeline.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    titles = [line for line in text.split("\n") if line.startswith("  title: ") and "&" not in line and "*" not in line]
    if len({*titles}) > 1 and "&" not in text:
        text = text.replace(titles[0], titles[0].replace(": ", ": &un ", 1), 1)
        path.write_text(text.replace(titles[-1], "  title: *un", 1), encoding="utf-8")


def _named(root: Path) -> None:
    (root / "names.yaml").write_text("people:\n- name: Anne Ardente\n  also: [Anne Ardent]\n", encoding="utf-8")


def _lock_lost(root: Path) -> None:
    (root / "timeline.lock").unlink(missing_ok=True)


def _copied(root: Path) -> None:
    """An article as another paper prints it: its events have a source more, which is not independent."""
    text = (root / "articles" / "toujours.md").read_text(encoding="utf-8")
    (root / "articles" / "copie.md").write_text(f"{text} (AFP)", encoding="utf-8")


def _renamed(root: Path) -> None:
    """The same article under another name, which is its id."""
    for old, new in (("loi", "reprise"), ("demission", "loi")):
        path = root / "articles" / f"{old}.md"
        if path.exists():
            path.rename(path.with_stem(new))


def _headed(line: str) -> Change:
    """Another setting in the head of the YAML."""

    def change(root: Path) -> None:
        path = root / "timeline.yaml"
        if path.exists() and line.split(":", maxsplit=1)[0] not in (text := path.read_text(encoding="utf-8")):
            path.write_text(text.replace("\nevents:", f"\n{line}\nevents:", 1), encoding="utf-8")

    return change


def _forgotten(root: Path) -> None:
    """A third of what earlier builds remember is damaged, a third is lost."""
    values = sorted(path for path in (root.parent.parent / "kept").rglob("*") if path.is_file())
    for place, path in enumerate(values):
        if place % 3 == 0:
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        elif place % 3 == 1:
            path.unlink()


CHANGES = st.one_of(
    st.builds(_wrote, st.sampled_from(NAMES), st.sampled_from(TEXTS), st.sampled_from(DAYS)),
    st.builds(_wrote, st.sampled_from(NAMES), st.sampled_from(TEXTS), st.sampled_from(DAYS)),
    st.builds(_removed, st.sampled_from(NAMES)),
    st.just(_edited("  title: ", "  title: Ainsi, ")),
    st.just(_edited("Brive", "Tulle")),
    st.sampled_from((_event_deleted, _named, _lock_lost)),
    st.sampled_from((_source_moved, _aliased, _edited("  sources:", "  hidden: true\n  sources:"))),
    st.sampled_from((_copied, _renamed, _forgotten)),
    st.builds(_headed, st.sampled_from(("length: full", "length: short", "about: {words: [pont]}", "language: en"))),
)


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "_MOST_FRESH", 1.0)  # these projects are small: one article is a large part of them
        patch.setattr(blocks, "_SIZE", 1)
        yield patch


@settings(
    max_examples=examples(4, 60),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # each example reads articles: none is made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps=st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=2, max_size=4), every=st.booleans())
@example(steps=[[_copied], [_forgotten], [_renamed, _forgotten]], every=True)
@example(
    steps=[
        [_wrote("loi", TEXTS[1], DAYS[1]), _wrote("reprise", TEXTS[3], DAYS[2])],
        [_wrote("loi", TEXTS[3], DAYS[1]), _copied],
        [_event_deleted, _wrote("reprise", TEXTS[1], DAYS[2])],
        [_removed("loi"), _edited("Brive", "Tulle")],
    ],
    every=False,
)
@example(
    steps=[[_wrote("loi", TEXTS[1], DAYS[1])], [_source_moved], [_source_moved, _removed("loi")], [_aliased]],
    every=True,
)
@example(steps=[[_named], [_wrote("loi", TEXTS[1], DAYS[1])]], every=False)
@example(
    steps=[[_headed("length: full")], [_wrote("loi", TEXTS[3], DAYS[2]), _headed("about: {words: [pont]}")]],
    every=False,
)
def test_after_any_changes_a_build_gives_the_bytes_of_a_fresh_one(
    steps: list[list[Change]], every: bool, patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("incremental")
    grown = place / "grown" / "project"
    (grown / "articles").mkdir(parents=True)
    _wrote(NAMES[0], TEXTS[0], DAYS[0])(grown)
    _wrote("toujours", TEXTS[2], DAYS[1])(grown)
    for number, changes in enumerate([[], *steps]):
        for change in changes:
            change(grown)
        fresh = place / str(number) / "project"
        shutil.copytree(grown, fresh)
        for root, cache in ((grown, "kept"), (fresh, f"empty {number}")):
            patched.setenv("XDG_CACHE_HOME", str(place / cache))
            patched.chdir(root)
            done = CliRunner().invoke(main, ["build", *["--all"] * every, "--jobs", "1"], catch_exceptions=False)
            assert done.exit_code == 0, done.output
        assert contents(grown) == contents(fresh)
