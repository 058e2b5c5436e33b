"""A site that sends its bytes one by one holds nobody longer than the time for a page."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

import pytest

from timeline.articles.importing.fetch import Fetcher, Manners, RefusedError
from timeline.i18n.messages import in_language

OK = b"HTTP/1.1 200 OK\r\n"


def served(first: bytes, piece: bytes) -> tuple[str, Callable[[], None]]:
    """A site that says `first` and then `piece` again and again; gives its address and what ends it."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def answer() -> None:
        while not ended.is_set():
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(1000)
                    connection.sendall(first)
                    while not ended.wait(0.05):
                        connection.sendall(piece)
                except OSError:
                    pass

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()

    def end() -> None:
        ended.set()
        listening.close()
        thread.join(2)

    return f"http://127.0.0.1:{listening.getsockname()[1]}/a", end


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (OK, b"X: a\r\n"),
        (b"HTTP/1.1 200 ", b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"a"),
        (OK + b"\r\n", b"a"),
    ],
    ids=["headers", "status", "100 Continue", "chunk extension", "body"],
)
def test_what_trickles_is_given_up(first: bytes, piece: bytes) -> None:
    url, end = served(first, piece)
    began = time.monotonic()
    with pytest.raises(RefusedError, match=r"too long|did not answer") as refused:
        Fetcher(Manners(allow_private=True, deadline=0.5, pause=0)).get(url)
    assert in_language(refused.value.args[0], "fr") != refused.value.args[0]
    assert time.monotonic() - began < 5
    end()
