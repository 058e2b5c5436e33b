"""After any sequence of changes, a build that remembers gives the bytes of one that remembers nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import examples, write_article
from timeline.cli import main

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


def _edited(old: str, new: str) -> Change:
    """An edit of the YAML by a person, wherever its words stand first."""

    def change(root: Path) -> None:
        path = root / "timeline.yaml"
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    return change


def _event_deleted(root: Path) -> None:
    path = root / "timeline.yaml"
    if path.exists():
        above, mark, rest = path.read_text(encoding="utf-8").partition("\n- ")
        _, more, others = rest.partition("\n- ")
        path.write_text(above + (mark + others if more else "\n" if mark else ""), encoding="utf-8")


def _named(root: Path) -> None:
    (root / "names.yaml").write_text("people:\n  Anne Ardente:\n  - Anne Ardent\n", encoding="utf-8")


def _lock_lost(root: Path) -> None:
    (root / "timeline.lock").unlink(missing_ok=True)


CHANGES = st.one_of(
    st.builds(_wrote, st.sampled_from(NAMES), st.sampled_from(TEXTS), st.sampled_from(DAYS)),
    st.builds(_wrote, st.sampled_from(NAMES), st.sampled_from(TEXTS), st.sampled_from(DAYS)),
    st.builds(_removed, st.sampled_from(NAMES)),
    st.just(_edited("  title: ", "  title: Ainsi, ")),
    st.just(_edited("Brive", "Tulle")),
    st.sampled_from((_event_deleted, _named, _lock_lost)),
)


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def _contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@settings(
    max_examples=examples(4, 60),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # each example reads articles: none is made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps=st.lists(st.lists(CHANGES, min_size=1, max_size=2), min_size=2, max_size=4))
def test_after_any_changes_a_build_gives_the_bytes_of_a_fresh_one(
    steps: list[list[Change]], patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
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
            done = CliRunner().invoke(main, ["build", "--all", "--jobs", "1"], catch_exceptions=False)
            assert done.exit_code == 0, done.output
        assert _contents(grown) == _contents(fresh)
