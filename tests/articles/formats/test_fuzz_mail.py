"""Hostile and damaged mails and pages of blocks: read or refused, in bounded time and memory."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from tests.articles.formats.test_fuzz import check, most_memory, mutated, read
from tests.articles.formats.test_mail import BOX, LETTER, SAVED, mail
from tests.conftest import examples

HEAD = b"Subject: a\nDate: Tue, 14 Mar 2023 06:12:00 +0100\nMIME-Version: 1.0\n"


def nested(depth: int) -> bytes:
    parts = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return HEAD + b"".join(parts) + b"Content-Type: text/plain\n\nLe texte.\n"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nested.eml": lambda: nested(2000),
    "parts.eml": lambda: (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: text/plain\n\na\n" * 20_000
    ),
    "header.eml": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 40_000 + b"\n\nLe texte.",
    "attached.eml": lambda: (
        HEAD
        + b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
        + b"QUFB" * 19
        + b"\n"
        + (b"QUFB" * 19 + b"\n") * 100_000
    ),
    "many.mbox": lambda: b"From a@b Tue Mar 14 06:12:00 2023\n\n" * 100_000,
    "quotes.eml": lambda: HEAD + b"\n" + b">" * 1_000_000,
    "letter.html": lambda: LETTER.encode().replace(b"<h2>", b"<div>" * 3000 + b"<h2>"),
    "elements.mhtml": lambda: (
        HEAD
        + b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
        + b"Content-Transfer-Encoding: quoted-printable\n\n"
        + b"=3Cp=3Ea" * 1_500_000
        + b"\n--b--\n"
    ),
    "blocks.html": lambda: b"<html><body>" + b"<div>14 mars 2023 <div>17 mars 2023</div></div>" * 1000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_mails(name: str):
    data = HOSTILE[name]()
    before = time.process_time()
    results = read(name, data)
    assert time.process_time() - before < 5.0
    check(results)
    assert results


def test_memory_is_bounded():
    assert most_memory("attached.eml", HOSTILE["attached.eml"]()) < 300_000_000


@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.mhtml", "a.html"])
def test_damaged_mails(name: str):
    chance = random.Random(name)
    data = {"a.eml": mail("La lettre", html=LETTER), "a.mbox": BOX, "a.mhtml": SAVED, "a.html": LETTER.encode()}[name]
    for _ in range(examples(10, 300)):
        check(read(name, mutated(data, chance)))
