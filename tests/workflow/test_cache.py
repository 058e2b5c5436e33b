"""The cache: what does not fit its digest is read anew, nothing in it executes, and it does not grow without end."""

from __future__ import annotations

import datetime
import pickle
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from timeline.annotation import Annotation
from timeline.annotator import annotate
from timeline.model import Article
from timeline.workflow import cache

DAY = datetime.date(2022, 12, 21)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.fixture(scope="module")
def annotation() -> Annotation:
    return annotate("Le ministre a démissionné mardi.", DAY)


def _not_asked(articles: Sequence[Article]) -> Iterable[Annotation]:
    assert not articles
    return ()


def test_what_was_read_is_not_read_again(annotation: Annotation) -> None:
    article = annotation.article
    assert list(cache.through([article], lambda asked: [annotation for _ in asked], model=None)) == [annotation]
    assert list(cache.through([article], _not_asked, model=None)) == [annotation]


def test_a_damaged_entry_is_read_anew(annotation: Annotation) -> None:
    cache._save("name", annotation)
    assert cache._load("name") == annotation
    whole, odd = (cache.folder() / "name").read_bytes(), random.Random(1)
    for _ in range(300):
        damaged = bytearray(whole)
        if odd.random() < 0.5:
            damaged[odd.randrange(len(damaged))] ^= 1 << odd.randrange(8)
        else:
            del damaged[odd.randrange(len(damaged)) :]
        (cache.folder() / "name").write_bytes(bytes(damaged))
        assert cache._load("name") is None
    (cache.folder() / "other").write_bytes(whole)
    assert cache._load("other") is None


class _Evil:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_no_entry_executes(tmp_path: Path) -> None:
    cache._write("name", pickle.dumps(_Evil(tmp_path / "executed")))
    assert cache._load("name") is None
    assert not (tmp_path / "executed").exists()


def test_days_and_zones_are_read_back() -> None:
    import io

    zoned = datetime.datetime(2022, 12, 21, 8, tzinfo=ZoneInfo("Europe/Paris"))
    for value in (DAY, zoned, zoned.astimezone(datetime.UTC), frozenset({1})):
        assert cache._OwnTypes(io.BytesIO(pickle.dumps(value))).load() == value


def test_the_first_written_goes_first_and_clean_empties_it() -> None:
    import os

    for number in range(5):
        cache._write(str(number), b"x" * 968)
        os.utime(cache.folder() / str(number), (number, number))
    cache.prune(2_500)
    assert sorted(path.name for path in cache.folder().iterdir()) == ["3", "4"]
    assert cache.clean() == 2_000
    assert not cache.root().exists()
