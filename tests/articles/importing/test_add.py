"""`add`: every format becomes Markdown files that read back as the same articles; pages are fetched politely."""

from __future__ import annotations

import dataclasses
import errno
import gzip
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.articles.exports import FORMATS
from tests.articles.formats.test_formats import write
from tests.articles.pages import old_cms, wordpress
from tests.articles.stories import STORIES
from timeline import articles


@pytest.mark.parametrize("make", FORMATS, ids=lambda make: make.__name__)
def test_an_imported_article_reads_back_as_it_was(make, tmp_path: Path):
    write(make(), tmp_path / "presse")
    before = articles.read(["presse"], tmp_path)
    added = articles.add(["presse"], tmp_path / "articles", tmp_path)
    assert [str(problem) for problem in added.problems] == []
    assert len(added.written) == len(STORIES)
    after = articles.read(["articles"], tmp_path)
    assert [str(problem) for problem in after.problems] == []
    assert _essence(after) == _essence(before)
    again = articles.add(["presse"], tmp_path / "articles", tmp_path)
    assert (again.written, again.problems) == ((), ())
    assert len(again.skipped) >= len(STORIES)


def _essence(collected: articles.Collected) -> list[tuple[object, ...]]:
    return sorted(
        (each.id, each.title, each.published, each.published_time, each.author, each.publisher, each.url, each.text)
        for each in collected.articles
    )


def test_an_import_never_overwrites_what_is_there(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Publié le 3 mars 2020\n\nLe maire a démissionné.", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text("autre chose", encoding="utf-8")
    added = articles.add(["a.txt"], tmp_path / "articles", tmp_path)
    assert added.written == ()
    assert "is there already" in added.problems[0].message
    assert (tmp_path / "articles" / "a.md").read_text(encoding="utf-8") == "autre chose"
    how = articles.Importing(replace=True)
    assert articles.add(["a.txt"], tmp_path / "articles", tmp_path, how=how).written == ("articles/a.md",)


def test_articles_of_one_name_are_all_kept_and_known_again(tmp_path: Path):
    texts = {"a": "Le maire a démissionné.", "b": "La piscine a rouvert.", "c": "Le maire a démissionné."}
    for name, text in texts.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "breves.txt").write_text(f"Publié le 3 mars 2020\n\n{text}", encoding="utf-8")
    added = articles.add(list(texts), tmp_path / "articles", tmp_path)
    assert (len(added.written), len(added.skipped), added.problems) == (2, 1, ())
    assert sum("piscine" in (tmp_path / path).read_text(encoding="utf-8") for path in added.written) == 1
    again = articles.add(["a", "b"], tmp_path / "articles", tmp_path)
    assert (again.written, again.problems, len(again.skipped)) == ((), (), 2)


def test_a_file_that_is_named_from_another_folder_is_known(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Publié le 3 mars 2020\n\nLe maire a démissionné.", encoding="utf-8")
    (tmp_path / "mails").mkdir()
    assert articles.add(["a.txt"], tmp_path / "articles", tmp_path).written
    again = articles.add(["../a.txt"], tmp_path / "articles", tmp_path / "mails")
    assert (again.written, again.problems, [each.known for each in again.skipped]) == ((), (), [True])
    (tmp_path / "a.txt").write_text("Publié le 4 mars 2020\n\nLe maire a démissionné.", encoding="utf-8")
    (problem,) = articles.add(["a.txt"], tmp_path / "articles", tmp_path).problems
    assert "with other content: remove it, or replace it with `timeline add --replace`" in problem.message


def test_the_folder_of_a_saved_page_is_left_out_where_both_are_named(tmp_path: Path):
    (tmp_path / "pont.html").write_text("<h1>Pont</h1><p>Publié le 3 mars 2020</p><p>Le pont a fermé.</p>", "utf-8")
    (tmp_path / "pont_fichiers").mkdir()
    (tmp_path / "pont_fichiers" / "pub.html").write_text("<p>Une réclame.</p>", "utf-8")
    added = articles.add(["pont.html", "pont_fichiers"], tmp_path / "articles", tmp_path)
    assert (added.written, added.problems) == (("articles/pont.md",), ())
    found = articles.read(["pont*"], tmp_path)
    assert ([each.path for each in found.articles], found.problems) == (["pont.html"], ())


@pytest.mark.parametrize("encoding", ["windows-1252", "latin-1", "utf-16", "utf-16-le", "utf-8-sig", "mac-roman"])
def test_an_import_converts_the_encoding(encoding: str, tmp_path: Path):
    text = "Publié le 3 mars 2020\n\nL'été a été très sec à Nîmes, où l'eau manque déjà."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    added = articles.add(["a.txt"], tmp_path / "articles", tmp_path)
    assert [str(problem) for problem in added.problems] == []
    assert articles.read(["articles"], tmp_path).articles[0].text == text


def test_a_told_date_wins(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Le maire a démissionné.", encoding="utf-8")
    assert articles.add(["a.txt"], tmp_path / "b", tmp_path).problems
    added = articles.add(["a.txt"], tmp_path / "b", tmp_path, how=articles.Importing(date="3 mars 2020"))
    assert added.written == ("b/a.md",)


class _Site(BaseHTTPRequestHandler):
    robots: bytes | int = b"User-agent: *\nDisallow: /prive/"

    def do_GET(self):
        answer = self.server.pages.get(self.path.split("?")[0])
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        status, headers, body = answer or (404, {}, b"absent")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    html = {"Content-Type": "text/html; charset=utf-8"}
    server.asked = []
    server.address = f"http://127.0.0.1:{server.server_port}"
    server.pages = {
        "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /prive/\n"),
        "/actu/pont-de-saint-aubin": (200, html, wordpress(STORIES[0]).encode()),
        "/ancien": (200, {"Content-Type": "text/html"}, old_cms(STORIES[1]).encode("latin-1", "xmlcharrefreplace")),
        "/prive/page": (200, html, b"secret"),
        "/va": (302, {"Location": "/actu/pont-de-saint-aubin"}, b""),
        "/sans-fin": (302, {"Location": "/sans-fin"}, b""),
        "/fichier": (302, {"Location": "file:///etc/passwd"}, b""),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4"),
        "/gros": (200, html, b"<html>" + b"x" * 300_000),
        "/bombe": (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 5_000_000)),
        "/ferme": (403, html, b""),
        "/une.rss": (200, {"Content-Type": "application/rss+xml"}, FORMATS[6]()["une.rss"]),
    }
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def _fetcher(**changes) -> articles.Fetcher:
    manners = articles.Manners(allow_private=True, timeout=2.0, limit=200_000, sleep=lambda seconds: None)
    return articles.Fetcher(dataclasses.replace(manners, **changes))


def test_a_page_is_fetched_and_stored(site, tmp_path: Path):
    url = site.address + "/va"
    added = articles.add([url], tmp_path / "articles", tmp_path, fetcher=_fetcher())
    assert [str(problem) for problem in added.problems] == []
    article = articles.read(["articles"], tmp_path).articles[0]
    assert (article.title, article.published) == (STORIES[0].title, STORIES[0].published.date())
    assert article.text == STORIES[0].text
    assert [path for path, _ in site.asked] == ["/robots.txt", "/va", "/actu/pont-de-saint-aubin"]
    assert all("timeline" in agent for _, agent in site.asked)


def test_a_latin_1_page_and_a_feed_are_fetched(site, tmp_path: Path):
    items = [site.address + "/ancien", site.address + "/une.rss"]
    added = articles.add(items, tmp_path / "articles", tmp_path, fetcher=_fetcher())
    assert [str(problem) for problem in added.problems] == []
    assert len(added.written) == 1 + len(STORIES)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/prive/page", "robots.txt"),
        ("/sans-fin", "redirects more than"),
        ("/fichier", "only http"),
        ("/pdf", "no article"),
        ("/gros", "larger than"),
        ("/bombe", "expands to more"),
        ("/ferme", "refuses it (403)"),
        ("/nulle-part", "not there (404)"),
    ],
)
def test_what_is_not_fetched_says_why(site, tmp_path: Path, path: str, reason: str):
    added = articles.add([site.address + path], tmp_path / "articles", tmp_path, fetcher=_fetcher())
    assert added.written == ()
    assert [reason in problem.message for problem in added.problems] == [True]


def test_private_addresses_are_refused_unless_allowed(site, tmp_path: Path):
    port = site.server_port
    for host in (
        "127.0.0.1",
        "localhost",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
        "10.0.0.1",
        "2130706433",
    ):
        added = articles.add(
            [f"http://{host}:{port}/"], tmp_path / "a", tmp_path, fetcher=_fetcher(allow_private=False)
        )
        assert added.written == ()
        assert "private network" in added.problems[0].message, host
    assert site.asked == []


def test_a_server_in_trouble_is_left_alone(site, tmp_path: Path):
    site.pages["/robots.txt"] = (503, {}, b"")
    added = articles.add([site.address + "/ancien"], tmp_path / "a", tmp_path, fetcher=_fetcher())
    assert "robots.txt" in added.problems[0].message


def test_requests_to_one_host_keep_a_pause(site, tmp_path: Path):
    pauses: list[float] = []
    fetcher = _fetcher(sleep=pauses.append, pause=1.5)
    articles.add([site.address + "/ancien", site.address + "/va"], tmp_path / "a", tmp_path, fetcher=fetcher)
    assert pauses == [1.5] * 3  # robots.txt, then three pages


def test_a_host_is_reached_by_its_next_address(site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import socket

    dead = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", site.server_port, 0, 0))
    alive = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.server_port))
    real = socket.getaddrinfo
    names = {"presse.example": [dead, alive]}
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: names.get(host) or real(host, *rest, **more))
    url = f"http://presse.example:{site.server_port}/ancien"
    added = articles.add([url], tmp_path / "articles", tmp_path, fetcher=_fetcher())
    assert added.written == ("articles/ancien.md",)


def test_a_name_with_one_private_address_is_refused(site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import socket

    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    added = articles.add(["http://presse.example/"], tmp_path / "a", tmp_path, fetcher=_fetcher(allow_private=False))
    assert "private network" in added.problems[0].message


def test_a_silent_server_does_not_hang(tmp_path: Path):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        added = articles.add([url], tmp_path / "a", tmp_path, fetcher=_fetcher(timeout=0.2))
    assert "did not answer" in added.problems[0].message


def test_an_article_whose_name_no_file_system_takes_and_those_after_it_are_stored(tmp_path: Path):
    (tmp_path / "presse").mkdir()
    for number, id_ in enumerate(("un", "漢" * 120, "x/" + "é" * 200, "trois")):
        text = f"---\ntitle: a\ndate: 2021-03-13\nid: {id_}\n---\nTexte {number} du jour.\n"
        (tmp_path / "presse" / f"{number}.md").write_text(text, encoding="utf-8")
    added = articles.add(["presse"], tmp_path / "articles", tmp_path)
    assert [str(problem) for problem in added.problems] == []
    assert len(added.written) == 4
    assert all(len(part.encode()) <= 255 for path in added.written for part in path.split("/"))
    again = articles.add(["presse"], tmp_path / "articles", tmp_path)
    assert (again.written, again.problems) == ((), ())


def test_an_article_in_whose_place_a_folder_is_does_not_stop_the_others(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Publié le 3 mars 2020\n\nLe maire {name} a démissionné.", "utf-8")
    (tmp_path / "articles" / "a.md").mkdir(parents=True)
    added = articles.add(["a.txt", "b.txt"], tmp_path / "articles", tmp_path)
    assert added.written == ("articles/b.md",)
    assert [problem.path for problem in added.problems] == ["a.txt"]


def test_a_full_disk_is_told_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.txt").write_text("Publié le 3 mars 2020\n\nLe maire a démissionné.", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device") as failed:
        articles.add(["a.txt"], tmp_path / "articles", tmp_path)
    assert failed.value.filename == str(tmp_path / "articles" / "a.md")
    assert list((tmp_path / "articles").iterdir()) == []


@pytest.mark.parametrize("item", [".", "../projet", "articles"])
def test_a_project_imports_nothing_of_its_own(item: str, tmp_path: Path) -> None:
    root = tmp_path / "projet"
    text = "Publié le 3 mars 2020\n\nLe maire de Gap a démissionné lundi, a annoncé la ville."
    files = {"articles/a.md": text, "site/.timeline-site": "", "site/b.html": f"<p>{text}</p>", "c.txt": text}
    files |= {"timeline.yaml": "title: A", "timeline.schema.json": '{"items": [1]}', "mkdocs.yml": "site_name: A"}
    for folder in ("articles", "site"):
        (root / folder).mkdir(parents=True)
    write({name: content.encode() for name, content in files.items()}, root)
    added = articles.add([item], root / "articles", root)
    assert [str(problem) for problem in added.problems] == []
    assert added.written == (() if item == "articles" else ("articles/c.md",))
    assert [each.path for each in added.skipped if each.known] == ["articles/a.md"]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("zzz.txt", "there is no such file: check its name, and the folder that you are in"),
        ("absent", "there is no such folder: check its name, and the folder that you are in"),
        ("one.htm", 'there is no such file: did you mean "one.html"?'),
        ("empty", "there is no article here"),
        ("link.html", "this is a link to gone.html, which does not exist: make it again, or name the file itself"),
    ],
)
def test_what_gives_no_article_is_named(item: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.html").symlink_to("gone.html")
    (tmp_path / "one.html").write_text("<p>", encoding="utf-8")
    added = articles.add([item], tmp_path / "articles", tmp_path)
    assert [(each.path, each.message) for each in added.problems] == [(item, said)]
