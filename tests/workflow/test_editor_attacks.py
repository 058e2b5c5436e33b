"""Who may not write, or read: pages of other sites, other names of this machine, other methods, other bodies."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from timeline.workflow.editing.app import Editor
from timeline.workflow.editing.requests import MOST_BYTES
from timeline.workflow.editing.session import Session

TEXT = "title: T\nevents:\n- id: a\n  date: 2020\n  title: Un\n"
HOST = "127.0.0.1:8000"


class Client:
    """Asks an editor as a browser would, or as an attacker's page makes it."""

    def __init__(self, root: Path) -> None:
        self.path = root / "timeline.yaml"
        self.path.write_text(TEXT, encoding="utf-8")
        session = Session(self.path)
        self.editor = Editor(lambda: {"fil": session}, 8000, "fr")
        self.app = self.editor.around(self._page)
        self.cookie = self.ask("GET", "/", query=f"token={self.editor.token}")[1]["Set-Cookie"].split(";")[0]
        self.version = session.version

    @staticmethod
    def _page(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        start("200 OK", [])
        return [b"unpublished"]

    def ask(
        self, method: str, path: str, body: bytes = b"", query: str = "", **headers: str | None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer; a header that is None is left out."""
        given = {"HTTP_HOST": HOST, "CONTENT_LENGTH": str(len(body)), **headers}
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "wsgi.input": io.BytesIO(body)}
        told: list[Any] = []
        answer = self.app(
            environ | {name: value for name, value in given.items() if value is not None},
            lambda status, sent, *_: told.append((int(status[:3]), dict(sent))),
        )
        return *told[0], b"".join(answer)

    def act(self, told: Any = None, **headers: str | None) -> tuple[int, dict[str, str], bytes]:
        """Sends an act as the editor's own page does, but for `headers`."""
        retitle = {"timeline": "fil", "version": self.version, "act": "retitle", "id": "a", "title": "Deux"}
        body = told if isinstance(told, bytes) else json.dumps(told or retitle).encode()
        usual = {
            "HTTP_COOKIE": self.cookie,
            "HTTP_ORIGIN": f"http://{HOST}",
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "CONTENT_TYPE": "application/json",
        }
        return self.ask("POST", "/_edit/act", body, **(usual | headers))


@pytest.fixture
def client(tmp_path: Path) -> Client:
    return Client(tmp_path)


def test_the_editors_own_page_may(client: Client) -> None:
    status, headers, body = client.act()
    assert status == 200, body
    assert client.path.read_text(encoding="utf-8") == TEXT.replace("Un", "Deux")
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cache-Control"] == "no-store"


def test_the_token_is_exchanged_for_a_cookie_that_no_script_reads(client: Client) -> None:
    status, headers, _ = client.ask("GET", "//evil.example/x", query=f"a=1&token={client.editor.token}")
    assert (status, headers["Location"]) == (303, "/evil.example/x?a=1")
    assert headers["Set-Cookie"].endswith("Path=/; HttpOnly; SameSite=Strict")
    assert client.editor.token not in headers["Set-Cookie"] + headers["Location"]
    assert client.ask("GET", "/fil/index.html", HTTP_COOKIE=client.cookie)[2] == b"unpublished"


ATTACKS: dict[str, tuple[dict[str, str | None], int]] = {
    "foreign origin": ({"HTTP_ORIGIN": "https://evil.example"}, 403),
    "origin of another port": ({"HTTP_ORIGIN": "http://127.0.0.1:3000"}, 403),
    "origin of another name of this machine": ({"HTTP_ORIGIN": "http://localhost:8000"}, 403),
    "origin null, of a sandboxed frame": ({"HTTP_ORIGIN": "null"}, 403),
    "origin with more behind it": ({"HTTP_ORIGIN": f"http://{HOST}.evil.example"}, 403),
    "no origin": ({"HTTP_ORIGIN": None}, 403),
    "a browser that says cross-site": ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
    "same site, other port": ({"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
    "no cookie": ({"HTTP_COOKIE": None}, 403),
    "wrong cookie": ({"HTTP_COOKIE": "timeline-edit-8000=guess"}, 403),
    "the cookie under another name": ({"HTTP_COOKIE": "timeline=guess"}, 403),
    "a cookie that is none": ({"HTTP_COOKIE": "\x00;=;\xe9"}, 403),
    "rebound host": ({"HTTP_HOST": "evil.example:8000", "HTTP_ORIGIN": "http://evil.example:8000"}, 403),
    "host on another port": ({"HTTP_HOST": "127.0.0.1:80", "HTTP_ORIGIN": "http://127.0.0.1:80"}, 403),
    "host that begins as ours": ({"HTTP_HOST": "127.0.0.1:8000.evil.example"}, 403),
    "another address of this machine": ({"HTTP_HOST": "192.168.1.7:8000"}, 403),
    "no host": ({"HTTP_HOST": None}, 403),
    "a form": ({"CONTENT_TYPE": "application/x-www-form-urlencoded"}, 415),
    "text, that needs no preflight": ({"CONTENT_TYPE": "text/plain;application/json"}, 415),
    "no type": ({"CONTENT_TYPE": None}, 415),
    "too long, as it says": ({"CONTENT_LENGTH": str(MOST_BYTES + 1)}, 413),
    "no length": ({"CONTENT_LENGTH": None}, 411),
    "a negative length": ({"CONTENT_LENGTH": "-1"}, 411),
    "figures of another script": ({"CONTENT_LENGTH": "١٢"}, 411),
}


@pytest.mark.parametrize(("headers", "status"), ATTACKS.values(), ids=ATTACKS.keys())
def test_whoever_else_asks_is_refused(client: Client, headers: dict[str, str | None], status: int) -> None:
    answered, sent, _ = client.act(**headers)
    assert answered == status
    assert client.path.read_text(encoding="utf-8") == TEXT
    assert "Access-Control-Allow-Origin" not in sent


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/_edit/act", "/_edit/state", "/fil/index.html"])
def test_only_post_writes_and_only_there(client: Client, method: str, path: str) -> None:
    query = f"timeline=fil&version={client.version}&act=hide&id=a&on=true"
    status, sent, _ = client.ask(method, path, query=query, HTTP_COOKIE=client.cookie, HTTP_ORIGIN=f"http://{HOST}")
    assert status == (
        200
        if (method, path) in {("GET", "/_edit/state"), ("GET", "/fil/index.html"), ("HEAD", "/fil/index.html")}
        else 405
    )
    assert client.path.read_text(encoding="utf-8") == TEXT
    assert not any(name.startswith("Access-Control") for name in sent)


@pytest.mark.parametrize(
    "path", ["/fil/index.html", "/_edit/state", "/_edit/editor.js", "/livereload/1/1", "/_edit/event"]
)
@pytest.mark.parametrize("headers", [{"HTTP_COOKIE": None}, {"HTTP_HOST": "evil.example:8000"}])
def test_nobody_else_reads(client: Client, path: str, headers: dict[str, str | None]) -> None:
    for query in ("timeline=fil&id=a", "timeline=fil&token=guess", "token="):
        status, _, body = client.ask("GET", path, query=query, **({"HTTP_COOKIE": client.cookie} | headers))
        assert status == 403
        assert b"unpublished" not in body


PATHS = [
    "../timeline.yaml",
    "..%2ftimeline.yaml",
    "/etc/passwd",
    "editor.js/../app.py",
    "",
    "act/",
    "../../pyproject.toml",
]


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out(client: Client, path: str) -> None:
    for asked in (f"/_edit/{path}", "/_edit/state", "/_edit/event"):
        query = f"timeline={path}&id={path}"
        status, _, body = client.ask("GET", asked, query=query, HTTP_COOKIE=client.cookie)
        assert status in (404, 405)
        assert b"title: T" not in body
    told = {"timeline": path, "version": client.version, "act": "hide", "id": "a"}
    assert client.act(told)[0] == 404
    told = {"timeline": "fil", "version": client.version, "act": "take", "id": f"../{path}"}
    assert client.act(told)[0] == 422


BODIES: list[Any] = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 60_000,
    {"timeline": "fil"},
    {"timeline": ["fil"]},
    {"timeline": "fil", "version": 1, "act": "hide", "id": "a"},
    {"timeline": "fil", "version": "VERSION", "act": "rm", "id": "a"},
    {"timeline": "fil", "version": "VERSION", "act": "hide", "id": {"a": 1}},
    {"timeline": "fil", "version": "VERSION", "act": "hide", "id": "a", "on": "no"},
    {"timeline": "fil", "version": "VERSION", "act": "retitle", "id": "a", "title": "x" * 1_001},
    {"timeline": "fil", "version": "VERSION", "act": "retitle", "id": "a", "title": "\ud800"},
    {"timeline": "fil", "version": "VERSION", "act": "retitle", "id": "a", "title": "a\x00b"},
    {"timeline": "fil", "version": "VERSION", "act": "rename", "id": "a", "people": ["Jean"], "places": ""},
    {"timeline": "fil", "version": "VERSION", "act": "rename", "id": "a", "people": "Jean"},
    {
        "timeline": "fil",
        "version": "VERSION",
        "act": "split",
        "id": "a",
        "title": "t",
        "date": "2020",
        "sources": ["0"],
    },
    {"timeline": "fil", "version": "VERSION", "act": "split", "id": "a", "title": "t", "date": "2020", "sources": 0},
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_body_that_is_no_act_is_refused(client: Client, body: Any) -> None:
    told = body if isinstance(body, bytes) else {k: client.version if v == "VERSION" else v for k, v in body.items()}
    status, _, _ = client.act(told if told != b"" else b" ")
    assert status == 400
    assert client.path.read_text(encoding="utf-8") == TEXT


def test_what_is_typed_cannot_become_yaml(client: Client) -> None:
    evil = 'x"\n- id: z\n  date: 2021\n  title: |\n    *a &b !!python/object:os.system'
    told = {"timeline": "fil", "version": client.version, "act": "retitle", "id": "a", "title": evil}
    assert client.act(told)[0] == 200
    text = client.path.read_text(encoding="utf-8")
    assert text.count("- id:") == 2  # the second within the quoted title
    assert len(text.splitlines()) == len(TEXT.splitlines())


def test_a_stale_page_is_refused_with_a_message(client: Client) -> None:
    client.path.write_text(TEXT + "# plus\n", encoding="utf-8")
    status, _, body = client.act()
    assert (status, json.loads(body)["error"]) == (409, "stale")
    assert "changé" in json.loads(body)["message"] or "changed" in json.loads(body)["message"]
    assert client.path.read_text(encoding="utf-8") == TEXT + "# plus\n"


def test_each_editor_has_its_own_token() -> None:
    one, other = (Editor(dict, 8000) for _ in range(2))
    assert one.token != other.token
    assert len(one.token) >= 32
