"""What is wrong with articles is told in English and in French, the same facts in both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.articles.formats.test_fuzz import read
from tests.conftest import Run
from timeline.articles.collect import finished
from timeline.articles.formats.table import READERS, reader_for
from timeline.articles.source import Reader, ReadOptions, Skipped, SourceFile, from_bytes, guarded
from timeline.i18n import say, texts
from timeline.i18n.messages import in_language, message
from timeline.model import Message, Problem

TWO = "Vannes\n\nPage : 5\nJournal : A\n\nUn texte.\n\nNantes\n\nPage : 6\nJournal : B\n\nUn texte."
CASES = {
    "a.txt": (b"Un texte sans date.", "cet article n’a pas de date"),
    "b.txt": (b"\xe9t\xe9", "l’octet 0xE9 n’est pas de l’UTF-8"),
    "c.json": (b"[{", "ce n’est pas du JSON"),
    "d.json": (b"[]", "il n’y a pas de fiches dans ce JSON"),
    "e.md": (b"---\ntitle: a", "l’en-tête qui commence ici ne finit jamais"),
    "f.md": (b"---\ndate: 2022-02-31\n---\nTexte.", "n’est pas une date (février 2022 n’a pas de jour 31)"),
    "g.xml": (b"<a/>", "il n’y a pas d’articles dans ce XML (sa racine est <a>)"),
    "h.rss": (b"<rss/>", "il n’y a pas d’éléments dans ce flux"),
    "i.zip": (b"PK", "cette archive est abîmée"),
    "j.docx": (b"PK", "ce fichier Word ne peut pas être lu : il est abîmé"),
    "k.html": (b"", "il n’y a pas de HTML dans ce fichier"),
    "l.jsonl": (b'{"title": "a"}\n', "la fiche 1 n’a pas de texte"),
    "m.jsonl": (b'{"text": "a", "date": "hier"}\n', "fiche 1 : « hier » n’est pas une date (elle ne nomme pas un jour"),
    "o.json": (b'[{"text": "a" "b"}]', "ce n’est pas du JSON (il manque une virgule"),
    "p.json": (b'[{"text": "a}]', "ce n’est pas du JSON (un texte n’est jamais fermé"),
    "q.json": (b'{"text": "a",}', "ce n’est pas du JSON (le nom d’un champ entre guillemets droits est attendu"),
    "r.jsonl": (b'{"text": non}\n', "ce n’est pas du JSON (il manque ici une valeur"),
    "s.xml": (b"<nitf><p></nitf>", "ce XML est abîmé (un élément est fermé qui n’est pas le dernier ouvert)"),
    "t.xml": (b"<nitf><p>", "ce XML est abîmé (il finit trop tôt)"),
    "u.md": (b"---\ntitle: a: b\n---\nUn texte.", "ce n’est pas du YAML : une valeur qui contient un deux-points"),
    "n.txt": (TWO.encode(), "ce fichier semble contenir plusieurs articles (2"),
}  # fmt: skip


ENGLISH = ("Expecting", "expected", "mismatched", "not allowed", "found", "Unterminated")


@pytest.mark.parametrize("name", CASES)
def test_in_french(name: str):
    data, wanted = CASES[name]
    problems = [each for each in read(name, data) if isinstance(each, Problem)]
    assert problems
    said = " ".join(in_language(each.message, "fr") for each in problems)
    assert wanted in said
    assert not any(word in said for word in ENGLISH)
    assert all(in_language(each.message, "en") == each.message for each in problems)


WP = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title><wp:post_type>{}</wp:post_type><wp:status>{}</wp:status></item></channel></rss>'
LEFT_OUT = {
    "a.rss": (WP.format("attachment", "inherit"), "pas un article (attachment)"),
    "b.rss": (WP.format("post", "draft"), "non publié (draft)"),
    "c.json": ('[{"title": "A", "text": "Un texte.", "status": "draft"}]', "non publié (draft)"),
    "d.txt": ("The council has voted the budget of the town. " * 9, "dans une autre langue (en)"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_is_told_in_french(name: str):
    data, wanted = LEFT_OUT[name]
    source, options = from_bytes(data.encode(), name), ReadOptions(languages=("fr",))
    reader = reader_for(name, data.encode())
    assert reader
    skipped = [each for each in finished(guarded(reader, source, options), options) if isinstance(each, Skipped)]
    assert [in_language(each.reason, "fr") for each in skipped] == [wanted]


class WithoutLibrary:
    """A reader whose library is not installed."""

    name = "web_page"

    def can_read(self, path: str, head: bytes) -> bool:
        return True

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[Problem]:
        raise ImportError("no module named 'lxml_html_clean'.\nInstall it.")
        yield


def test_a_missing_library_is_not_the_file_s_fault():
    (problem,) = guarded(WithoutLibrary(), from_bytes(b"<p>Un texte.</p>", "a.html"), ReadOptions())
    assert isinstance(problem, Problem)
    for language, wanted, blamed, name in (
        ("en", "is missing here", "save it again", "web page"),
        ("fr", "il manque ici", "de nouveau", "« page web »"),
    ):
        said = in_language(problem.message, language)
        assert wanted in said
        assert name in said
        assert "lxml_html_clean" in said
        assert blamed not in said
        assert "\n" not in said  # one problem, one line


@pytest.mark.parametrize("reader", READERS)
def test_every_format_has_a_name(reader: Reader):
    assert f"articles.format.{reader.name}" in texts("fr")


def test_both_languages_have_every_message():
    keys = {name: {key for key in texts(name) if key.startswith("articles.")} for name in ("en", "fr")}
    assert keys["en"] == keys["fr"]
    assert len(keys["en"]) > 100


def test_a_message_within_a_message_is_told_in_the_same_language():
    within = message("articles.not_whole", why=message("articles.no_text"))
    assert isinstance(within, Message)
    assert within == "this text is not whole: no text was found in the page"
    assert in_language(within, "fr") == "ce texte n’est pas entier : aucun texte n’a été trouvé dans la page"
    assert in_language("as it is", "fr") == "as it is"
    assert say("fr", "articles.no_text") == "aucun texte n’a été trouvé dans la page"


def test_the_command_line_speaks_the_language_of_its_user(run: Run, project, monkeypatch: pytest.MonkeyPatch):
    (project / "articles" / "x.txt").write_text("Un texte sans date.", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "articles/x.txt: cet article n’a pas de date : écrivez son jour" in run("check").stderr
