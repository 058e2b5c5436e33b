"""Hostile files: never a crash, never a hang, always an article or a word why not.

`HYPOTHESIS_PROFILE=wide pytest tests/articles/formats/test_fuzz.py` damages three hundred files a format; CI damages a few.
"""

# ruff: noqa: E501 - one case a line reads as a table

from __future__ import annotations

import gzip
import io
import json
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles.exports import FORMATS
from tests.articles.formats.test_formats import write
from tests.conftest import examples
from timeline import articles
from timeline.articles.collect import finished
from timeline.articles.formats.table import reader_for
from timeline.articles.publication_date.suggest import Undated
from timeline.articles.source import ReadOptions, Skipped, from_bytes, guarded
from timeline.model import Article, Problem

_PER_FORMAT = examples(12, 300)
_LONGEST = 5.0
_JUNK = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"---\n", b"{", b"[", b'"', b"<", b"&#x0;", b"&lol;", b"\r", b"\xe9\xe8", b"\xf0\x9f",
    b"<![CDATA[", b"-->", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"date: *a\n", b"\xed\xa0\x80", b"9" * 400, b"\\ud800",
    b"2022-02-31", b"<script>", b"\x1f\x8b", b"PK\x03\x04", "«\u202e»".encode(), b"\n\n\n", b",;,;", b"WARC/1.0\r\n",
)  # fmt: skip


def read(name: str, data: bytes) -> list[object]:
    """What a file of these bytes gives, as a build would read it."""
    source = from_bytes(data, name)
    reader = reader_for(name, data[:4096])
    assert reader is not None
    return list(finished(guarded(reader, source, ReadOptions(language="fr")), ReadOptions(language="fr")))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to four wounds: cut, doubled, overwritten, junk put in."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 2, 10, 300))
        match chance.randrange(5):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case 3:
                data = data[:at] + chance.choice(_JUNK) * chance.choice((1, 1, 50)) + data[at:]
            case 4:
                data = data[:at] + data[max(at - length, 0) : at] * 3 + data[at:]
        data = data or b" "
    return data


def most_memory(name: str, data: bytes) -> int:
    """The most bytes held at once while a file is read."""
    tracemalloc.start()
    try:
        read(name, data)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def check(results: list[object]) -> None:
    for each in results:
        assert isinstance(each, Article | Problem | Skipped | Undated)
        if isinstance(each, Article):
            assert each.text.strip()
            each.text.encode()
            f"{each.title} {each.url} {each.author}".encode()
        if isinstance(each, Problem):
            assert each.message.strip()
            assert "cannot be read as" not in each.message, each.message  # the net under our own readers stays empty


@pytest.mark.parametrize("make", FORMATS, ids=lambda make: make.__name__)
def test_damaged_files(make):
    chance = random.Random(make.__name__)
    files, count = sorted(make().items()), _PER_FORMAT
    if make.__name__ in ("pages", "warc"):
        files, count = files[:2], max(_PER_FORMAT // 3, 1)  # extraction is the slow part: small pages do as well
    slowest = 0.0
    for _ in range(count):
        name, data = chance.choice(files)
        if name.endswith(".yaml"):
            name = name.replace(".yaml", ".md")
            data = b"---\n" + data + b"---\nLe texte de cet article."
        before = time.process_time()
        check(read(name, mutated(data, chance)))
        slowest = max(slowest, time.process_time() - before)
    assert slowest < _LONGEST


def _lol(levels: int = 12) -> bytes:
    entities = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'lol'}'>" for n in range(levels))
    return f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>".encode() + b"<%s>&l11;</%s>"


def _zip_bomb() -> bytes:
    out, zeros = io.BytesIO(), bytes(64 * 2**20 + 1)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", zeros)
    return out.getvalue()


def _zip_many() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.txt", "a")
    return buffer.getvalue()


def _zip_names() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", ".hidden.txt", "a.zip"):
            archive.writestr(name, "Publié le 3 mars 2020\n\nmalveillant")
    return out.getvalue()


_NEST = 100_000
HOSTILE: dict[str, Callable[[], bytes]] = {
    "null.txt": lambda: b"a\0b",
    "one-line.txt": lambda: b"Publi\xc3\xa9 le 3 mars 2020\n" + b"x" * 2_000_000,
    "huge.txt": lambda: b"y" * 17_000_000,
    "spaces.txt": lambda: b" " * 1_000_000,
    "dates.txt": lambda: "Publié le 3 mars 2020, ".encode() * 20_000,
    "digits.txt": lambda: b"1" * 1_000_000,
    "front.md": lambda: b"---\n" + b"[" * 60_000 + b"\n---\ntexte",
    "front-map.md": lambda: b"---\n" + b"a: {" * 10_000 + b"\n---\ntexte",
    "nested-front.md": lambda: b"---\n---\n---\n---\ntitle: a\n---\n",
    "alias.md": lambda: b"---\na: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a,*a]\n" % (n, n) for n in range(500)) + b"---\nt",
    "open.md": lambda: b"---\n" + b"a: b\n" * 100_000,
    "tag.md": lambda: b"---\ndate: !!python/object/apply:os.system ['true']\n---\ntexte",
    "line.jsonl": lambda: b'{"text": "' + b"z" * 17_000_000,
    "deep.json": lambda: b"[" * _NEST,
    "deep.jsonl": lambda: b'{"a":' * _NEST,
    "number.json": lambda: b'[{"text": "a", "date": ' + b"9" * 100_000 + b"}]",
    "surrogate.json": lambda: b'[{"text": "a \\ud800 b", "title": "\\udfff", "date": "2020-01-01"}]',
    "quote.csv": lambda: b'title,date,text\n"' + b"a,b\n" * 50_000,
    "wide.csv": lambda: b"a," * 100_000 + b"\n" + b"b," * 100_000,
    "null.csv": lambda: b"title,date,text\n\0,\0,\0\n",
    "lol.rss": lambda: _lol().replace(b"%s", b"rss"),
    "lol.xml": lambda: _lol().replace(b"%s", b"nitf"),
    "external.xml": lambda: b"<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body>&x;</body></nitf>",
    "deep.xml": lambda: b"<nitf>" + b"<p>" * _NEST + b"</p>" * _NEST + b"</nitf>",
    "deep.rss": lambda: b"<rss><channel><item><description>" + b"<b>" * _NEST,
    "deep.html": lambda: b"<html><body>" + b"<div>" * _NEST + b"texte",
    "wide.html": lambda: b"<html><body>" + b"<p>texte</p>" * _NEST,
    "attributes.html": lambda: b"<html><body><p " + b"a=1 " * 100_000 + b">texte</p>",
    "comment.html": lambda: b"<!--" + b"-" * 2_000_000,
    "meta.html": lambda: b"<meta charset=" * 100_000,
    "brackets.html": lambda: b"<" * 500_000,
    "huge.html": lambda: b"<p>" + b"a" * 4_000_000,
    "comments.html": lambda: b"<html><body class='" + b"<!--" * 200_000 + b"'><p>texte</p>",
    "utf-7.html": lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-</p>",
    "idna.html": lambda: b"<meta charset=idna><p>\xe9\xe9</p>",
    "rot13.html": lambda: b"<meta charset=rot13><p>\xe9\xe9</p>",
    "empty.warc": lambda: b"",
    "junk.warc": lambda: b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 100_000,
    "line.warc": lambda: b"WARC/1.0\r\nA: " + b"b" * 16_000_000,
    "first-line.warc.gz": lambda: gzip.compress(b"b" * 100_000_000),
    "headers.warc": lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 2_000_000 + b"\r\n",
    "junk.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 10_000),
    "bomb.txt.gz": lambda: gzip.compress(bytes(64 * 2**20 + 1)),
    "bomb.zip": _zip_bomb,
    "names.zip": _zip_names,
    "cut.zip": lambda: _zip_names()[:200],
    "many.zip": _zip_many,
    "many.rss": lambda: b"<rss><channel>" + b"<item><title>a</title></item>" * 150_000 + b"</channel></rss>",
    "dated-depths.html": lambda: b"<h1>Titre</h1>" + b"<div class='a'>" * 240 + b"<p>14 mars 2023</p>" * 9_000,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files(name: str):
    data = HOSTILE[name]()
    before = time.process_time()
    results = read(name, data)
    assert time.process_time() - before < _LONGEST
    check(results)
    assert any(isinstance(each, Problem | Skipped | Article) for each in results)
    assert not any(isinstance(each, Article) and "malveillant" in each.text for each in results)


@pytest.mark.parametrize(
    ("name", "said"), [("many.zip", "more than 20000 files: unpack"), ("many.rss", "more than 10000 entries: export")]
)
def test_what_is_too_large_is_refused_as_a_whole(name: str, said: str):
    [refused] = read(name, HOSTILE[name]())
    assert isinstance(refused, Problem)
    assert said in refused.message


@pytest.mark.parametrize("name", ["bomb.zip", "line.jsonl", "lol.xml"])
def test_memory_is_bounded(name: str):
    assert most_memory(name, HOSTILE[name]()) < 300_000_000


def test_one_bad_file_stops_nothing(tmp_path: Path):
    good = FORMATS[1]()
    small = (
        "null.txt",
        "open.md",
        "tag.md",
        "deep.json",
        "null.csv",
        "lol.xml",
        "cut.zip",
        "names.zip",
        "junk.warc.gz",
    )
    bad = {name: HOSTILE[name]() for name in small}
    write({**good, **{f"bad-{name}": data for name, data in bad.items()}}, tmp_path / "a")
    collected = articles.read(["a"], tmp_path, articles.ReadOptions(language="fr"))
    titles = {each.title for each in collected.articles}
    assert {json.loads(_title(data)) for data in good.values()} <= titles


def _title(data: bytes) -> str:
    return data.decode().split("\n")[1].removeprefix("title: ")
