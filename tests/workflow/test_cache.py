"""The cache: what does not fit its digest is read anew, nothing in it executes, and it does not grow without end."""

from __future__ import annotations

import datetime
import pickle
import random
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import FrozenInstanceError, dataclass, field, replace
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

import pytest

from timeline.annotation import Annotation
from timeline.annotator import annotate, version
from timeline.annotator.version import READING
from timeline.archive import values
from timeline.archive.values import pickled, unpickled
from timeline.model import Article, Date, Entry, Granularity, Source, Span, Status
from timeline.workflow.memory import annotation_cache as cache
from timeline.workflow.memory.values import root, write_value

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


def test_a_cache_that_cannot_be_read_costs_only_time(annotation: Annotation, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError

    cache.folder()  # the package itself can be read
    monkeypatch.setattr(Path, "glob", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert list(cache.through([annotation.article], lambda asked: [annotation for _ in asked], model=None)) == [
        annotation
    ]


def test_a_damaged_entry_is_read_anew(annotation: Annotation) -> None:
    cache._save("name", annotation)
    assert cache.known("name") == annotation
    whole, odd = (cache.folder() / "name").read_bytes(), random.Random(1)
    for _ in range(300):
        damaged = bytearray(whole)
        if odd.random() < 0.5:
            damaged[odd.randrange(len(damaged))] ^= 1 << odd.randrange(8)
        else:
            del damaged[odd.randrange(len(damaged)) :]
        (cache.folder() / "name").write_bytes(bytes(damaged))
        assert cache.known("name") is None
    (cache.folder() / "other").write_bytes(whole)
    assert cache.known("other") is None


class _Evil:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_no_entry_executes(tmp_path: Path) -> None:
    write_value("name", zlib.compress(pickle.dumps(_Evil(tmp_path / "executed"))), cache.folder())
    assert cache.known("name") is None
    assert not (tmp_path / "executed").exists()


def test_values_are_read_back(annotation: Annotation) -> None:
    zoned = datetime.datetime(2022, 12, 21, 8, tzinfo=ZoneInfo("Europe/Paris"))
    entry = Entry("a", "2020", "Le pont", Date(1, 2, Granularity.DAY), sources=(Source("a", mark=Span(0, 2)),))
    for value in (DAY, zoned, zoned.astimezone(datetime.UTC), frozenset({1}), annotation, (entry, entry)):
        for written in (pickled(value), pickle.dumps(value)):  # as this version writes it, and as earlier ones did
            read = unpickled(written)
            assert read == value
            assert type(read) is type(value)
    one, same = unpickled(pickled((entry, entry)))
    assert one is same
    assert (hash(one), repr(one), pickle.loads(pickle.dumps(one))) == (hash(entry), repr(entry), entry)
    with pytest.raises(FrozenInstanceError):
        one.title = "Un autre"


@dataclass(frozen=True, slots=True)
class _Derived:
    """Its constructor does not take all that it is."""

    a: int
    b: int = field(init=False, default=1)


@dataclass
class _Open:
    """May have attributes beside its fields."""

    a: int
    b: int = 0


def test_only_what_its_fields_make_is_written_by_these() -> None:
    assert values._values_of(Entry)
    for kind in (_Derived, _Open, int, Status):
        assert values._values_of(kind) is None


def test_the_first_written_goes_first_and_clean_empties_it() -> None:
    import os

    for number in range(5):
        write_value(str(number), b"x" * 968, cache.folder())
        os.utime(cache.folder() / str(number), (number, number))
    cache.prune(2_500)
    assert sorted(path.name for path in cache.folder().iterdir()) == ["3", "4"]
    assert cache.clean() == 2_000
    assert not root().exists()


def _rooms_read() -> set[str]:
    """The rooms that are loaded when an article is read, in a process of its own."""
    code = (
        "import sys, datetime, timeline; timeline.annotate('Il est parti mardi.', datetime.date(2022, 12, 21));"
        "print(*(name for name in sys.modules if name.startswith('timeline.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100)
    return {name.split(".")[1] for name in done.stdout.split()}


def test_the_version_of_reading_covers_all_that_reads() -> None:
    assert _rooms_read() == {name.removesuffix(".py") for name in READING}


def test_what_shows_a_timeline_does_not_change_the_version() -> None:
    assert not {"site", "i18n", "cli", "document", "coref", "workflow"} & set(READING)


def test_an_interrupted_run_goes_on_where_it_stopped(annotation: Annotation) -> None:
    articles = [replace(annotation.article, id=str(number)) for number in range(4)]
    asked: list[str] = []

    def read(wanted: Sequence[Article]) -> Iterator[Annotation]:
        for article in wanted:
            asked.append(article.id)
            if article.id == "2" and asked.count("2") == 1:
                raise KeyboardInterrupt
            yield replace(annotation, article=article)

    with pytest.raises(KeyboardInterrupt):
        list(cache.through(articles, read, model=None))
    assert [one.article.id for one in cache.through(articles, read, model=None)] == ["0", "1", "2", "3"]
    assert asked == ["0", "1", "2", "2", "3"]


def test_a_damaged_entry_costs_that_entry(annotation: Annotation) -> None:
    articles = [replace(annotation.article, id=str(number)) for number in range(3)]

    def read(wanted: Sequence[Article]) -> list[Annotation]:
        return [replace(annotation, article=article) for article in wanted]

    first = list(cache.through(articles, read, model=None))
    (cache.folder() / cache.key(articles[1], model=None)).write_bytes(b"damaged")
    assert list(cache.through(articles, read, model=None)) == first


def test_a_digest_is_of_its_rooms_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def digests(*contents: tuple[str, bytes]) -> list[str]:
        monkeypatch.setattr(version, "_contents", lambda: contents)
        return [version.digest_of.__wrapped__((room,), ()) for room in (".", "a", "a.py")]

    before = digests(("a.py", b"1"), ("a/b.py", b"1"))
    after = digests(("a.py", b"2"), ("a/b.py", b"1"))
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True, False]


def test_only_the_last_states_of_the_package_are_kept() -> None:
    import os

    for number, name in enumerate(("oldest", "older", "vectors-1")):
        (root() / name).mkdir(parents=True)
        os.utime(root() / name, (number, number))
    write_value("name", b"x", cache.folder())
    cache.prune_states()
    assert {path.name for path in root().iterdir()} == {"older", "vectors-1", cache.folder().name}
