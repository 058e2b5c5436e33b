"""The web application of the editor: who may ask, what they may ask for, and the answers as JSON.

It is for one person on this machine. A page of another site must neither write nor read: the Host header must name
this machine (DNS rebinding), every request needs the secret that was exchanged for the token in the address, and every
request that writes needs the Origin of this server. No header allows other origins (CORS).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from hmac import compare_digest
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, quote, urlencode
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from timeline.i18n import say
from timeline.workflow.editing.requests import MOST_BYTES, BadRequest, act_of, body_of, text_in
from timeline.workflow.editing.session import Done, Session, Stale, joined
from timeline.workflow.editing.view import View, words
from timeline.workflow.stopped import Stopped

ROOT = "/_edit/"
"""Only the editor requests addresses below this path."""

_ASSETS = {"editor.js": "text/javascript", "hook.js": "text/javascript", "editor.css": "text/css"}
_PRIVATE = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
]


class _Answer(Exception):  # noqa: N818 - how a request ends
    """The answer to a request, raised as soon as it is known."""

    def __init__(self, status: HTTPStatus, data: Any = None, headers: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(status)
        self.status = status
        self.data = data
        self.headers = [*headers]


class Editor:
    """The editor of the timelines of one site.

    Args:
        sessions: The timelines by the names of their folders, as they are now.
        port: The port that the server listens to.
        language: The language of messages until a timeline is known.
    """

    def __init__(self, sessions: Callable[[], Mapping[str, Session]], port: int, language: str = "en") -> None:
        self.token = secrets.token_urlsafe(24)
        self._secret = secrets.token_urlsafe(24)
        self._sessions = sessions
        self._views: dict[Session, View] = {}
        self._port = port
        self._language = language
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self._cookie = f"timeline-edit-{port}"  # browsers keep one set of cookies for all ports

    def around(self, app: WSGIApplication) -> WSGIApplication:
        """`app`, only for those who have the token, preceded by the requests that the editor answers itself."""

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            try:
                self._admit(environ)
                path = environ["PATH_INFO"]
                if path.startswith(ROOT):
                    raise self._own(path.removeprefix(ROOT), environ)
                if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
                    raise _Answer(HTTPStatus.METHOD_NOT_ALLOWED)
            except _Answer as found:
                return _sent(found, start)
            return app(environ, lambda status, headers, *more: start(status, [*headers, *_PRIVATE[2:]], *more))

        return answer

    def _admit(self, environ: WSGIEnvironment) -> None:
        """Returns for permitted requests; raises the answer for all others."""
        if environ.get("HTTP_HOST", "").lower() not in self._hosts:
            raise self._forbidden("host")
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        if "token" in query and environ["REQUEST_METHOD"] == "GET" and _same(query["token"][0], self.token):
            left = urlencode([(key, value) for key, values in query.items() if key != "token" for value in values])
            path = "/" + environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/\\")
            cookie = f"{self._cookie}={self._secret}; Path=/; HttpOnly; SameSite=Strict"
            to = quote(path) + (f"?{left}" if left else "")
            raise _Answer(HTTPStatus.SEE_OTHER, None, [("Location", to), ("Set-Cookie", cookie)])
        if not _same(_cookies(environ).get(self._cookie, ""), self._secret):
            raise self._forbidden("token")

    def _forbidden(self, why: str) -> _Answer:
        """A refusal that people can read, for every kind of request."""
        message = say(self._language, f"editing.refused.{why}").encode()
        return _Answer(HTTPStatus.FORBIDDEN, message, [("Content-Type", "text/plain; charset=utf-8")])

    def _own(self, name: str, environ: WSGIEnvironment) -> _Answer:
        method = environ["REQUEST_METHOD"]
        if name == "act":
            if method != "POST":
                return _Answer(HTTPStatus.METHOD_NOT_ALLOWED, {"error": "method"}, [("Allow", "POST")])
            return self._act(environ)
        if method != "GET":
            return _Answer(HTTPStatus.METHOD_NOT_ALLOWED, {"error": "method"}, [("Allow", "GET")])
        if name in _ASSETS:
            content = (files("timeline.site") / "editor" / name).read_bytes()
            return _Answer(HTTPStatus.OK, content, [("Content-Type", f"{_ASSETS[name]}; charset=utf-8")])
        asked = {key: values[0] for key, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
        return self._read(name, asked)

    def _read(self, name: str, asked: Mapping[str, str]) -> _Answer:
        """Answers the requests that write nothing."""
        session = self._sessions().get(asked.get("timeline", ""))
        if session is None:
            return _Answer(HTTPStatus.NOT_FOUND, {"error": "timeline"})
        view = self._views.setdefault(session, View(session))
        try:
            if name == "words":
                return _Answer(HTTPStatus.OK, dict(words(session.language)))
            if name == "state":
                return _Answer(HTTPStatus.OK, view.state())
            if name == "event" and (event := view.event(asked.get("id", ""))):
                return _Answer(HTTPStatus.OK, event)
            if name == "reading":
                read = session.read_date(asked.get("text", "")[:200])
                return _Answer(HTTPStatus.OK, {"words": read.words, "edtf": read.edtf, "fault": read.fault})
        except Stopped as stopped:
            return _Answer(HTTPStatus.CONFLICT, {"error": "broken", "message": joined(stopped.problems)})
        return _Answer(HTTPStatus.NOT_FOUND, {"error": "unknown"})

    def _act(self, environ: WSGIEnvironment) -> _Answer:
        """Answers the requests that write: only from one of our pages, only JSON, only up to a limit."""
        origin = environ.get("HTTP_ORIGIN", "")
        if origin.lower() != f"http://{environ['HTTP_HOST'].lower()}":
            return self._forbidden("origin")
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
            return self._forbidden("origin")
        if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
            return _Answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, {"error": "type"})
        length = environ.get("CONTENT_LENGTH") or ""
        if not (length.isascii() and length.isdigit()):
            return _Answer(HTTPStatus.LENGTH_REQUIRED, {"error": "length"})
        if int(length) > MOST_BYTES:
            return _Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "length"})
        try:
            asked = body_of(environ["wsgi.input"].read(int(length)))
            session = self._sessions().get(text_in(asked, "timeline"))
            if session is None:
                return _Answer(HTTPStatus.NOT_FOUND, {"error": "timeline"})
            return self._done(session, asked)
        except BadRequest as bad:
            return _Answer(HTTPStatus.BAD_REQUEST, {"error": "request", "message": str(bad)})

    def _done(self, session: Session, asked: Mapping[str, Any]) -> _Answer:
        try:
            done = _do(session, asked)
            undo, redo = session.labels(session.standing())
        except Stale:
            stale = {"message": say(session.language, "editing.stale"), "version": session.version}
            return _Answer(HTTPStatus.CONFLICT, {"error": "stale", **stale})
        except Stopped as stopped:
            return _Answer(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": "refused", "message": joined(stopped.problems)})
        answer = {"said": done.said, "id": done.id, "version": done.version, "undo": undo, "redo": redo}
        return _Answer(HTTPStatus.OK, answer)


def _do(session: Session, asked: Mapping[str, Any]) -> Done:
    version = text_in(asked, "version")
    match asked.get("act"):
        case "undo":
            return session.undo(version)
        case "redo":
            return session.redo(version)
    return session.act(version, act_of(asked, session.candidates()))


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same; the time does not depend on where they differ."""
    return compare_digest(one.encode("utf-8", "surrogateescape"), other.encode())


def _cookies(environ: WSGIEnvironment) -> Mapping[str, str]:
    try:
        return {name: one.value for name, one in SimpleCookie(environ.get("HTTP_COOKIE", "")).items()}
    except CookieError:
        return {}


def _sent(answer: _Answer, start: StartResponse) -> Iterable[bytes]:
    body = answer.data if isinstance(answer.data, bytes) else json.dumps(answer.data, ensure_ascii=False).encode()
    headers = dict([("Content-Type", "application/json; charset=utf-8"), *_PRIVATE, *answer.headers])
    start(f"{answer.status.value} {answer.status.phrase}", [*headers.items(), ("Content-Length", str(len(body)))])
    return [body]
