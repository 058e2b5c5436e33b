"""The preview answers to this machine's names only (DNS rebinding)."""

from __future__ import annotations

import pytest

from timeline.site.mkdocs.preview import guarded, is_own_host


@pytest.mark.parametrize(
    ("host", "own", "allowed"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("LOCALHOST", "127.0.0.1", True),
        ("[::1]:8000", "127.0.0.1", True),
        ("192.168.1.7:8000", "0.0.0.0", True),
        ("chrono.local:8000", "chrono.local", True),
        ("attacker.example:8000", "127.0.0.1", False),
        ("127.0.0.1.attacker.example", "127.0.0.1", False),
        ("localhost.attacker.example:8000", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("", "", False),
    ],
)
def test_hosts(host: str, own: str, allowed: bool) -> None:
    assert is_own_host(host, own) is allowed


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, "200 OK"),
        ({"REQUEST_METHOD": "HEAD"}, "200 OK"),
        ({"REQUEST_METHOD": "POST"}, "405 Method Not Allowed"),
        ({"REQUEST_METHOD": "FOO"}, "405 Method Not Allowed"),
        ({"PATH_INFO": "/timeline/\0.html"}, "400 Bad Request"),
    ],
)
def test_only_what_a_reader_asks_for_is_looked_for(asked: dict[str, str], status: str) -> None:
    told: list[str] = []

    def app(environ, start):
        start("200 OK", [])
        return [b"a page"]

    request = {"HTTP_HOST": "localhost:8000", "REQUEST_METHOD": "GET", "PATH_INFO": "/", **asked}
    guarded(app, "127.0.0.1")(request, lambda said, _: told.append(said))
    assert told == [status]


def test_a_foreign_name_sees_nothing() -> None:
    def app(environ, start):
        start("200 OK", [])
        return [b"unpublished"]

    told: list[str] = []
    body = guarded(app, "127.0.0.1")({"HTTP_HOST": "attacker.example:8000"}, lambda status, _: told.append(status))
    assert told == ["403 Forbidden"]
    assert b"unpublished" not in b"".join(body)
