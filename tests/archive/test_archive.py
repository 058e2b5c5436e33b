"""The archive: what was kept comes back, is found by words, names, meaning and dates, and is not read again."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from timeline.annotation import Annotation
from timeline.annotator import annotate
from timeline.archive import Archive, ArchiveError, ArchiveQuery, Fresh, dumps, loads, search
from timeline.archive.search import match
from timeline.archive.vectors import nearest, packed, unpacked
from timeline.calendar import from_date

DAY = datetime.date(2022, 12, 21)
TEXTS = {
    "grippe": "La grippe aviaire a été détectée mardi dans un élevage de Vendée.",
    "pont": "Le maire Paul Ardent a inauguré le pont de Courville le 3 mars 2021.",
    "vote": "Les députés ont voté la réforme des retraites lundi.",
}
VECTORS = np.eye(3, 512, dtype=np.float32)


@pytest.fixture(scope="module")
def annotations() -> dict[str, Annotation]:
    found = {}
    for name, text in TEXTS.items():
        read = annotate(text, DAY, title=text.split(".")[0])
        found[name] = replace(read, article=replace(read.article, id=name, path=f"{name}.md"))
    return found


def _fresh(annotation: Annotation, place: int) -> Fresh:
    article = annotation.article
    names = " ".join(name.canonical for event in annotation.events for name in (*event.people, *event.places))
    return Fresh(annotation, f"key-{article.id}", (article.title, names, article.text), VECTORS[[place, place]])


@pytest.fixture
def archive(tmp_path: Path, annotations: dict[str, Annotation]) -> Iterator[Archive]:
    with Archive(tmp_path / "a.sqlite", version="v1") as made:
        made.add(_fresh(one, place) for place, one in enumerate(annotations.values()))
        yield made


def _found(archive: Archive, wanted: ArchiveQuery) -> list[str]:
    return [kept.annotation.article.id for kept in archive.read(archive.search(wanted))]


def _at(year: int, month: int = 1, day: int = 1) -> int:
    return from_date(datetime.date(year, month, day))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ArchiveQuery(words=("grippe", "aviaire")), ["grippe"]),
        (ArchiveQuery(words=("grippe", "pont")), []),
        (ArchiveQuery(words=("VENDEE",)), ["grippe"]),
        (ArchiveQuery(names=(("paul", "ardent"), ("nobody",))), ["pont"]),
        (ArchiveQuery(begin=_at(2021), end=_at(2022)), ["pont"]),
        (ArchiveQuery(begin=_at(2022, 12, 20), end=_at(2022, 12, 21)), ["grippe"]),
        (ArchiveQuery(words=("pont",), begin=_at(2022)), []),
        (ArchiveQuery(words=("absent",), vectors=VECTORS[2:3], near=0.5), ["vote"]),
        (ArchiveQuery(words=("pont",), vectors=VECTORS[2:3], near=0.5), ["pont", "vote"]),
        (ArchiveQuery(words=("pont",), vectors=VECTORS[2:3], near=0.5, most=1), ["pont"]),
    ],
)
def test_articles_are_found(archive: Archive, wanted: ArchiveQuery, found: Sequence[str]) -> None:
    assert _found(archive, wanted) == found


def test_what_was_kept_comes_back(archive: Archive, annotations: dict[str, Annotation]) -> None:
    kept = list(archive.read(archive.search(ArchiveQuery())))
    assert {one.annotation.article.id: one.annotation for one in kept} == annotations
    assert {len(one.vectors) for one in kept} == {2}


def test_an_article_that_changed_takes_the_place_of_the_one_before(
    archive: Archive, annotations: dict[str, Annotation]
) -> None:
    changed = replace(annotations["vote"], article=replace(annotations["vote"].article, path="pont.md", id="pont"))
    archive.add([_fresh(changed, 2)])
    assert len(archive.keys()) == 3
    assert _found(archive, ArchiveQuery(names=(("paul", "ardent"),))) == []
    assert sorted(_found(archive, ArchiveQuery(words=("retraites",)))) == ["pont", "vote"]


def test_another_version_reads_anew(archive: Archive, tmp_path: Path) -> None:
    assert archive.keys() == {"key-grippe", "key-pont", "key-vote"}
    archive.close()
    with Archive(tmp_path / "a.sqlite", version="v2") as later:
        assert later.keys() == set()


def test_a_transaction_that_fails_leaves_nothing(archive: Archive, annotations: dict[str, Annotation]) -> None:
    def broken() -> Iterator[Fresh]:
        yield _fresh(replace(annotations["vote"], article=replace(annotations["vote"].article, path="new.md")), 0)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.add(broken())
    assert len(archive.keys()) == 3


def test_any_tool_reads_the_tables(archive: Archive, tmp_path: Path) -> None:
    archive.close()
    database = sqlite3.connect(tmp_path / "a.sqlite")
    rows = database.execute("SELECT value FROM timex JOIN article ON article.number = timex.article ORDER BY value")
    assert [value for (value,) in rows] == ["2021-03-03", "2022-12-19", "2022-12-20"]
    asked = "SELECT date, people FROM mention JOIN article ON article.number = article WHERE id = 'pont'"
    assert ("2021-03-03", '["Paul Ardent"]') in database.execute(asked).fetchall()
    database.close()


@pytest.mark.parametrize("content", [b"this is no database, but a text of some length" * 100, None])
def test_a_file_that_is_no_archive_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "other"
    if content is None:
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE other (a)")
        other.commit()
        other.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="database"):
        Archive(path, version="v1")
    assert path.read_bytes() == before


def test_values_are_bytes_and_back(annotations: dict[str, Annotation]) -> None:
    for annotation in annotations.values():
        assert loads(dumps(annotation)) == annotation
    assert loads(b"damaged") is None


def test_what_is_asked_of_the_index() -> None:
    assert match(["a", 'b"'], [["c", "d"], ["e"]]) == '"a" AND "b""" AND ("c d" OR "e")'


def test_vectors_come_back_to_within_a_hundredth() -> None:
    chance = np.random.default_rng(1)
    vectors = chance.normal(size=(20, 512)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    vectors[3] = 0
    back = unpacked(packed(vectors), 512)
    assert np.abs(back - vectors).max() < 0.01
    assert np.abs(back @ back.T - vectors @ vectors.T).max() < 0.01
    assert unpacked(b"", 512).shape == (0, 512)


def test_the_nearest_first() -> None:
    rows = np.array([[100, 0], [0, 100], [70, 70]], np.int8)
    found = nearest(rows, np.array([[1.0, 0.1]], np.float32), 0.5)
    assert [row for row, _ in found] == [0, 2]


@pytest.mark.parametrize(
    "wanted",
    [
        ArchiveQuery(begin=_at(2022, 12, 19), end=_at(2022, 12, 21)),
        ArchiveQuery(words=("mer",), begin=_at(2022, 12, 19), end=_at(2022, 12, 21)),
        ArchiveQuery(words=("absent",), vectors=VECTORS[:1], near=0.5, begin=_at(2022, 12, 19), end=_at(2022, 12, 21)),
        ArchiveQuery(begin=_at(2022, 12, 19)),
    ],
)
def test_of_a_period_what_began_and_ended_in_it_comes_first(
    tmp_path: Path, annotations: dict[str, Annotation], wanted: ArchiveQuery
) -> None:
    """What began in 2013 and goes on touches the period, too, and its article is the first by date and by path."""
    read = annotate("La mer monte depuis 2013. Le port, au bord de la mer, est fermé depuis 2014.", DAY, title="La mer")
    lasting = replace(read, article=replace(read.article, id="a", path="a.md", published=datetime.date(2022, 1, 1)))
    events = (*lasting.events, *lasting.other_events)
    assert any(one.date and one.date.end is None and one.weight >= wanted.least for one in events)
    vote = replace(annotations["vote"].article, text="Les députés de la mer ont voté.")
    with Archive(tmp_path / "b.sqlite", version="v1") as archive:
        archive.add([_fresh(lasting, 0), _fresh(replace(annotations["vote"], article=vote), 0)])
        assert _found(archive, wanted) == ["vote", "a"]
        assert _found(archive, replace(wanted, most=1)) == ["vote"]


@pytest.mark.parametrize("at_once", [1, 2, 8192])
def test_the_nearest_of_all_come_first(archive: Archive, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    """Vectors are compared so many at a time."""
    monkeypatch.setattr(search, "_AT_ONCE", at_once)
    between = np.zeros((1, 512), np.float32)
    between[0, :3] = 0.5, 0.1, 0.8
    wanted = ArchiveQuery(words=("absent",), vectors=between, near=0.3)
    assert _found(archive, wanted) == ["vote", "grippe"]
    assert _found(archive, replace(wanted, most=1)) == ["vote"]


def test_of_articles_of_one_rank_the_first_by_path_are_found(
    archive: Archive, annotations: dict[str, Annotation]
) -> None:
    names = [f"copy{number}" for number in (4, 2, 5, 1, 3)]
    of = {name: replace(annotations["vote"].article, id=name, path=f"{name}.md") for name in names}
    archive.add(_fresh(replace(annotations["vote"], article=article), 2) for article in of.values())
    wanted = ArchiveQuery(words=("retraites",), most=3)
    assert _found(archive, wanted) == ["copy1", "copy2", "copy3"]
    assert _found(archive, replace(wanted, most=9)) == [*sorted(names), "vote"]


def test_an_article_of_the_days_is_found_behind_many_that_rank_higher(
    archive: Archive, annotations: dict[str, Annotation]
) -> None:
    better = replace(annotations["vote"].article, title="pont pont pont")
    of = [replace(better, id=f"better{number}", path=f"better{number}.md") for number in range(5)]
    archive.add(_fresh(replace(annotations["vote"], article=article), 2) for article in of)
    wanted = ArchiveQuery(words=("pont",), most=1)
    assert _found(archive, wanted) == ["better0"]
    assert _found(archive, replace(wanted, begin=_at(2021), end=_at(2022))) == ["pont"]
