"""Reading folders: what is wrong is said with its place and its cure; what is right is left byte for byte."""

# ruff: noqa: E501 - one case a line reads as a table

from __future__ import annotations

import dataclasses
import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import articles
from timeline.articles.formats.plain import PlainReader
from timeline.articles.source import ReadOptions, UndatedArticle, from_bytes
from timeline.model import Severity

TEXT = "Le maire a démissionné mardi. Son adjointe, Claire Morvan, le remplacera jusqu'aux élections de mars."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path


def put(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, *patterns: str, progress=None, **options) -> articles.Collected:
    return articles.read(patterns or ("seeds",), folder, ReadOptions(**options), progress=progress)


def messages(collected: articles.Collected) -> list[str]:
    return [str(problem) for problem in collected.problems]


def test_a_text_with_a_sidecar(folder: Path):
    put(folder, "a.txt")
    put(
        folder,
        "a.yaml",
        "title: Démission du maire\ndate: mardi 20 décembre 2022\npublisher: Le Courrier\nlicence: CC BY 2.5\n",
    )
    (article,) = read(folder).articles
    assert (article.id, article.path, article.title, article.text) == ("a", "seeds/a.txt", "Démission du maire", TEXT)
    assert (article.published, article.publisher, article.licence) == (
        datetime.date(2022, 12, 20),
        "Le Courrier",
        "CC BY 2.5",
    )
    assert [(each.kind, each.published) for each in article.evidence] == [("told", article.published)]


@pytest.mark.parametrize(
    "body",
    [
        TEXT, TEXT + "\n", "\n" + TEXT, TEXT.replace(". ", ".\r\n\r\n"), "e\u0301te\u0301 " + TEXT, "pa\u00adris\u00a0!\u202f" + TEXT,
        "---\n" + TEXT, "* Titre *\n\n- " + TEXT, "l\u2019été 😀 " + TEXT,
    ],
)  # fmt: skip
def test_the_body_is_left_as_it_is(folder: Path, body: str):
    put(folder, "a.txt", body)
    put(folder, "a.yaml", "title: A\ndate: 2022-12-20\n")
    put(folder, "b.md", "---\ntitle: B\ndate: 2022-12-21\n---\n" + body)
    put(folder, "c.txt", b"\xef\xbb\xbf" + b"---\r\ntitle: C\r\ndate: 2022-12-22\r\n---\r\n" + body.encode())
    collected = read(folder, language="fr")
    assert [article.text for article in collected.articles] == [body] * 3


ERRORS = {
    "no date": ({"a.txt": TEXT}, "seeds/a.txt: this article has no date: write its day of publication in seeds/a.yaml"),
    "no such day": (
        {"a.md": f"---\ntitle: A\ndate: 31 février 2022\n---\n{TEXT}"},
        'seeds/a.md:3:7: "31 février 2022" is no date (February 2022 has no day 31)',
    ),
    "no such day in a sidecar": (
        {"a.txt": TEXT, "a.yaml": "date:   31 février 2022\n"},
        'seeds/a.yaml:1:9: "31 février 2022" is no date',
    ),
    "a month": ({"a.md": f"---\ndate: mars 2022\n---\n{TEXT}"}, '"mars 2022" is no date (the day is missing)'),
    "wrong weekday": ({"a.md": f"---\ndate: lundi 20 décembre 2022\n---\n{TEXT}"}, "2022-12-20 is a Tuesday, not a Monday"),
    "misspelt field": ({"a.md": f"---\ndatte: 2022-12-20\n---\n{TEXT}"}, '"datte" may have been meant as "date"'),
    "a dateline without a year": (
        {"a.txt": f"PARIS, 11 mars (AFP) - {TEXT}"},
        'no date, though there is "PARIS, 11 mars (AFP)" (dateline)',
    ),
    "a day without a year": (
        {"a.txt": f"Grève à Gap\nPublié le jeudi 6 février à 10h\n\n{TEXT}"},
        'no date, though "Publié le jeudi 6 février à 10h" names a day without its year: write',
    ),
    "a day in a sentence": (
        {"a.txt": f"Grève à Gap\n\nLe 6 février, les salariés avaient voté la grève. {TEXT}"},
        "a.txt: this article has no date: write",
    ),
    "not UTF-8": (
        {"a.txt": "Première ligne.\nLe président est là.".encode("latin-1"), "a.yaml": "date: 2022-12-20\n"},
        "seeds/a.txt:1:6: byte 0xE8 is not UTF-8; the file reads as windows-1252: write \"encoding: windows-1252\" in seeds/a.yaml",
    ),
    "not a text": ({"a.txt": b"\x89PNG\r\n\x1a\n\0\0", "a.yaml": "date: 2022-12-20\n"}, "is not UTF-8"),
    "UTF-16 without its mark": (
        {"a.txt": "Il a été élu.".encode("utf-16-le"), "a.yaml": "date: 2022-12-20\n"},
        'the file reads as utf-16-le: write "encoding: utf-16-le"',
    ),
    "UTF-16 in ASCII letters": (
        {"a.txt": "Il est parti.".encode("utf-16-be"), "a.yaml": "date: 2022-12-20\n"},
        'the file reads as utf-16-be: write "encoding: utf-16-be"',
    ),
    "ANSI": (
        {"a.txt": "Été.".encode("cp1252"), "a.yaml": "date: 2022-12-20\nencoding: ansi\n"},
        'seeds/a.yaml:2:11: there is no encoding of texts called "ansi": write for example windows-1252',
    ),
    "null": ({"a.txt": b"abc\0def", "a.yaml": "date: 2022-12-20\n"}, "seeds/a.txt:1:4: there is a null character"),
    "empty": ({"a.txt": "", "a.yaml": "date: 2022-12-20\n"}, "seeds/a.txt: this article is empty"),
    "blank": ({"a.md": "---\ndate: 2022-12-20\n---\n \n\t\n"}, "seeds/a.md: this article is empty"),
    "same id": (
        {"x/a.md": f"---\ndate: 2022-12-20\n---\n{TEXT}", "y/a.md": f"---\ndate: 2022-12-21\n---\nAutre : {TEXT}"},
        'seeds/y/a.md: this article and seeds/x/a.md have the same id "a"',
    ),
    "same told id": (
        {"a.md": f"---\nid: z\ndate: 2022-12-20\n---\n{TEXT}", "b.md": f"---\nid: z\ndate: 2022-12-21\n---\nAutre : {TEXT}"},
        'seeds/b.md: this article and seeds/a.md have the same id "z"',
    ),
    "a colon": (
        {"a.md": f"---\ntitle: Grève : le bilan\ndate: 2022-12-20\n---\n{TEXT}"},
        'a value with a colon needs quotation marks: title: "…"',
    ),
    "a colon in the front matter of a text": (
        {"a.txt": f"---\ntitle: Grève : le bilan\ndate: 2022-12-20\n---\n{TEXT}"},
        "seeds/a.txt:2:14: this is no YAML",
    ),
    "an open quotation": (
        {"a.md": f'---\ntitle: "Grève\ndate: 2022-12-20\n---\n{TEXT}'},
        "seeds/a.md:2:8: this is no YAML: close the quotation marks of this text at the end of its line",
    ),
    "a quotation within": (
        {"a.md": f'---\ndate: "2022-12-20"\ntitle: "Le "grand" soir"\n---\n{TEXT}'},
        "seeds/a.md:3:8: this is no YAML: close the quotation marks of this text",
    ),
    "an apostrophe within": (
        {"a.md": f"---\ntitle: 'L'été'\ndate: 2022-12-20\n---\n{TEXT}"},
        "seeds/a.md:2:8: this is no YAML: close the quotation marks of this text",
    ),
    "closed quotations": (
        {"a.md": f"---\ntitle: \"Le \\\"soir\\\"\"  # vu\nurl: 'l''an'\n\tdate: 2022-12-20\n---\n{TEXT}"},
        "seeds/a.md:4:1: this is no YAML: use spaces",
    ),
    "a tab": ({"a.md": f"---\ntitle: A\n\tdate: 2022-12-20\n---\n{TEXT}"}, "seeds/a.md:3:1: this is no YAML"),
    "told twice": ({"a.md": f"---\ndate: 2022-12-20\ndate: 2022-12-21\n---\n{TEXT}"}, 'seeds/a.md:3:1: "date" is told twice'),
    "never closed": ({"a.md": f"---\ndate: 2022-12-20\n{TEXT}"}, "seeds/a.md:1:1: the front matter that begins here never ends"),
    "bad JSON": ({"a.json": '[{"text": non}]'}, "seeds/a.json:1:11: this is no JSON"),
    "bad line": ({"a.jsonl": '{"text": "Un.", "date": "2020-01-01"}\nnon\n'}, "seeds/a.jsonl:2:1: this is no JSON"),
    "no text": ({"a.csv": "titre,date\nA,2020-01-01\n"}, "seeds/a.csv:2:1: record 1 has no text (its fields are: titre, date)"),
    "no date in a record": ({"a.csv": f'titre,texte\nA,"{TEXT}"\n'}, "seeds/a.csv:2:1: this article has no date: give record 1 a field"),
    "no date in the second record": (
        {"a.json": f'[{{"title": "A", "date": "2020-01-01", "text": "{TEXT}"}}, {{"title": "B", "text": "Autre : {TEXT}"}}]'},
        "seeds/a.json: this article has no date: give record 2 a field",
    ),
    "no date in an item": (
        {"a.rss": f"<rss><channel><item><title>B</title><description>{TEXT}</description></item></channel></rss>"},
        "seeds/a.rss: this article has no date: give record 1 a field",
    ),
    "bad date in a record": ({"a.csv": f'date,texte\n31/02/2020,"{TEXT}"\n'}, 'record 1: "31/02/2020" is no date'),
    "an open quotation in a table": (
        {"a.csv": f'titre,date,texte\nA,2020-01-01,"{TEXT}\nB,2020-01-02,Autre : {TEXT}\n'},
        "seeds/a.csv:2:1: a quotation mark that opens in this row is never closed",
    ),
    "an open quotation in the last row": (
        {"a.csv": f'sep=;\ntitre;date;texte\nA;2020-01-01;"{TEXT}'},
        "seeds/a.csv:3:1: a quotation mark that opens in this row is never closed",
    ),
    "broken XML": ({"a.xml": "<nitf>\n<body></nitf>"}, "seeds/a.xml:2:9: this XML is broken"),
    "entities": ({"a.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><nitf>&a;</nitf>"}, "declares entities"),
    "another XML": ({"a.xml": "<svg/>"}, "its root is <svg>"),
    "a page without text": ({"a.html": "<html><body></body></html>"}, "this article is empty: no text was found"),
    "not a zip": ({"a.zip": "PK"}, "seeds/a.zip: this archive is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("case", ERRORS)
def test_each_fault_has_its_message(folder: Path, case: str):
    files, expected = ERRORS[case]
    for name, content in files.items():
        put(folder, name, content)
    collected = read(folder)
    errors = [problem for problem in collected.problems if problem.severity is Severity.ERROR]
    assert len(errors) == 1, messages(collected)
    assert expected in str(errors[0])


@pytest.mark.parametrize(
    "head",
    [
        "title:\u00a0A\ndate:\u00a02022-12-20",
        "Titre\u00a0: A\nDate\u00a0: 20 décembre 2022",
        "Titre\u202f: A\nPublié le\u202f: 20 décembre 2022",
        "\u00a0title: A\n\u00a0date: 2022-12-20",
        "title: A\ndate: ‘2022-12-20’",
        "title: A\ndate: « 20 décembre 2022 »",
        "titre: A\nparu le: 20/12/2022",
        "titre: A\ndate de parution: 20/12/2022",
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_head_as_word_processors_and_french_keyboards_write_it(folder: Path, head: str, line_break: str):
    put(folder, "a.md", f"---\n{head}\n---\n{TEXT}".replace("\n", line_break))
    collected = read(folder)
    assert messages(collected) == []
    assert [(each.title, str(each.published)) for each in collected.articles] == [("A", "2022-12-20")]
    assert collected.articles[0].text == TEXT


def test_all_faults_come_at_once(folder: Path):
    put(folder, "a.txt")
    put(folder, "b.txt", "")
    put(folder, "c.md", f"---\ndate: hier\n---\n{TEXT}")
    put(folder, "d.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    collected = read(folder)
    assert [problem.path for problem in collected.problems] == ["seeds/a.txt", "seeds/b.txt", "seeds/c.md"]
    assert [article.path for article in collected.articles] == ["seeds/d.md"]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["nulle-part"], "nulle-part: there is no such folder"),
        (["seed"], 'did you mean "seeds"?'),
        (["seeds/*.docx"], "no file matches this pattern"),
        (["seeds"], "there are no articles here"),
        (["a.txt"], "there is no such file"),
    ],
)
def test_nothing_to_read(folder: Path, patterns: list[str], expected: str):
    (problem,) = read(folder, *patterns).problems
    assert expected in str(problem)


def test_a_pipe_is_no_article(folder: Path):
    os.mkfifo(folder / "seeds" / "pipe.txt")
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    assert [each.path for each in read(folder).skipped] == ["seeds/pipe.txt"]
    assert "neither a file nor a folder" in messages(read(folder, "seeds/pipe.txt"))[0]


TITLES = {
    "a.md": (f"# Démission du maire\n\n{TEXT}", "Démission du maire"),
    "b.txt": (f"Démission du maire\n\n{TEXT}", "Démission du maire"),
    "c.txt": (f"Démission du maire\r\n\r\n{TEXT}", "Démission du maire"),
    "d-e_f.txt": (TEXT, "d e f"),
    "g.txt": (f"{TEXT}\n\nIl part.", "g"),
    "h.txt": (f"Publié le 20 décembre 2022\n\n{TEXT}", "h"),
    "i.txt": (f"Une ligne\nqui continue.\n\n{TEXT}", "i"),
}


@pytest.mark.parametrize("name", TITLES)
def test_a_text_tells_its_title_by_its_first_line_or_its_name(folder: Path, name: str):
    body, title = TITLES[name]
    put(folder, name, f"---\ndate: 2022-12-20\n---\n{body}")
    (article,) = read(folder).articles
    assert (article.title, article.text) == (title, body.removeprefix("# "))


def test_a_wrong_zone(folder: Path):
    assert "no time zone" in messages(read(folder, zone="Europe/Lutèce"))[0]


def test_patterns_name_files_folders_and_globs_once(folder: Path):
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    put(folder, "x/b.md", f"---\ndate: 2022-12-21\n---\nAutrement. {TEXT}")
    for patterns in (
        ["seeds"],
        ["seeds/**/*.md"],
        ["seeds/a.md", "seeds/x"],
        ["seeds", "seeds/a.md", "./seeds/../seeds"],
        [str(folder / "seeds")],
    ):
        assert [article.path for article in read(folder, *patterns).articles] == ["seeds/a.md", "seeds/x/b.md"]


def test_files_about_the_folder_are_skipped(folder: Path):
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    for name in ("README.md", "LICENSE.txt", "ATTRIBUTION.md", ".cache/x.txt", ".hidden.md", "photo.jpg", "~$a.docx"):
        put(folder, name, "rien")
    collected = read(folder)
    assert messages(collected) == []
    assert {each.path.rsplit("/", 1)[-1] for each in collected.skipped} == {
        "README.md",
        "LICENSE.txt",
        "ATTRIBUTION.md",
        ".hidden.md",
        "photo.jpg",
        "~$a.docx",
    }


def test_a_format_that_is_not_read_is_an_error_where_it_is_named(folder: Path):
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    put(folder, "b.psd", "PK")
    assert messages(read(folder)) == []
    (problem,) = read(folder, "seeds/a.md", "seeds/b.psd").problems
    assert str(problem).startswith("seeds/b.psd: this is no article format (known: .txt .md")
    added = articles.add(["seeds/b.psd"], folder / "articles", folder)
    assert [each.path for each in added.problems] == ["seeds/b.psd"]


def test_a_name_of_255_bytes_has_no_sidecar(folder: Path):
    """`.yaml` is longer than `.md`: the file system takes the one name and not the other."""
    name = "é" * 126 + ".md"
    (folder / name).write_text("---\ntitle: T\ndate: 2021-03-13\n---\nLe pont est fermé.\n", encoding="utf-8")
    assert [article.path for article in read(folder, name).articles] == [name]


def test_an_orphan_sidecar_is_noticed(folder: Path):
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    put(folder, "b.yaml", "date: 2022-12-20\n")
    (problem,) = read(folder).problems
    assert (problem.path, problem.severity) == ("seeds/b.yaml", Severity.WARNING)


@pytest.mark.parametrize(
    ("said", "zone", "day"),
    [
        ("2021-03-11T00:30:00+01:00", "Europe/Paris", "2021-03-11"),
        ("2021-03-11T00:30:00+01:00", "UTC", "2021-03-10"),
        ("2021-03-10T23:30:00Z", "Europe/Paris", "2021-03-11"),
        ("2021-03-10T23:30:00", "Europe/Paris", "2021-03-10"),
        ("2021-03-10T23:30:00Z", "America/Montreal", "2021-03-10"),
        ("2021-03-10T21:30:00Z", "Indian/Reunion", "2021-03-11"),
    ],
)
def test_the_zone_decides_the_day(folder: Path, said: str, zone: str, day: str):
    put(folder, "a.md", f"---\ndate: {said}\n---\n{TEXT}")
    assert read(folder, zone=zone).articles[0].published.isoformat() == day


def test_the_machine_does_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch):
    path = put(folder, "a.md", f"---\ndate: 2021-03-11T00:30:00\n---\n{TEXT}")
    before = read(folder)
    os.utime(path, (0, 0))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    assert read(folder) == before


def test_an_encoding_may_be_told(folder: Path):
    text = "L'été à Nîmes — « très chaud »."
    put(folder, "a.txt", text.encode("windows-1252"))
    put(folder, "a.yaml", "date: 2022-12-20\nencoding: windows-1252\nlanguage: fr\n")
    assert read(folder).articles[0].text == text
    put(folder, "a.yaml", "date: 2022-12-20\nlanguage: fr\n")
    assert read(folder, encoding="cp1252").articles[0].text == text
    put(folder, "a.yaml", "date: 2022-12-20\nencoding: klingon\n")
    assert "seeds/a.yaml:2:11: there is no encoding of texts" in messages(read(folder))[0]


def test_disagreement_is_a_warning_with_the_candidates(folder: Path):
    put(folder, "2021-03-05-a.txt", f"Publié le 11 mars 2021\n\n{TEXT}")
    collected = read(folder)
    (problem,) = collected.problems
    assert problem.severity is Severity.WARNING
    assert "dated 2021-03-11 (visible), but there is also 2021-03-05 (file name)" in problem.message
    assert collected.articles[0].published == datetime.date(2021, 3, 11)


def test_a_date_from_the_name_alone_is_a_warning(folder: Path):
    put(folder, "2021-03-05-a.txt")
    collected = read(folder)
    assert "by its file name alone" in collected.problems[0].message
    assert collected.articles[0].published == datetime.date(2021, 3, 5)


LANGUAGES = {
    "fr": TEXT,
    "en": "The mayor resigned on Tuesday. His deputy, Claire Morvan, will replace him until the elections in March.",
    "de": "Der Bürgermeister ist am Dienstag zurückgetreten. Seine Stellvertreterin übernimmt das Amt bis zur Wahl im März.",
    "es": "El alcalde dimitió el martes. Su adjunta, Clara Morán, lo sustituirá hasta las elecciones de marzo.",
    "it": "Il sindaco si è dimesso martedì. La sua vice lo sostituirà fino alle elezioni di marzo prossimo.",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages_are_detected(folder: Path, code: str):
    put(folder, "a.md", f"---\ndate: 2022-12-20\n---\n{LANGUAGES[code]}")
    collected = read(folder)
    if code in ("fr", "en"):
        assert [article.language for article in collected.articles] == [code]
        return
    assert collected.articles == ()
    assert f'this article is in "{code}"' in collected.problems[0].message
    assert collected.problems[0].severity is Severity.WARNING
    assert read(folder, language=code, languages=("fr", code)).articles[0].language == code


def test_a_told_language_is_believed(folder: Path):
    put(folder, "a.md", f"---\ndate: 2022-12-20\nlanguage: fr-CA\n---\n{LANGUAGES['de']}")
    assert read(folder).articles[0].language == "fr"


def test_short_texts_are_of_the_first_language(folder: Path):
    put(folder, "a.md", "---\ndate: 2022-12-20\n---\nOui.")
    assert read(folder).articles[0].language == "fr"


def test_doubles_are_noticed_and_kept(folder: Path):
    long = " ".join(f"{word}{number}" for number in range(30) for word in ("le", "maire", "parle"))
    put(folder, "a.md", f"---\ndate: 2022-12-20\nlanguage: fr\n---\n{long}")
    put(folder, "b.md", f"---\ndate: 2022-12-21\nlanguage: fr\n---\n{long}\n")
    put(folder, "c.md", f"---\ndate: 2022-12-21\nlanguage: fr\n---\n{long.replace('maire7', 'préfet')}")
    put(folder, "d.md", f"---\ndate: 2022-12-21\nlanguage: fr\n---\n{TEXT}")
    collected = read(folder)
    assert len(collected.articles) == 4
    found = messages(collected)
    assert len(found) == 2
    assert "seeds/b.md: warning: this text is word for word the same as seeds/a.md, of 2022-12-20" in found[0]
    assert "seeds/c.md: warning: this text is nearly the same" in found[1]


def test_a_record_that_two_feeds_hold_is_read_once(folder: Path):
    entry = f"<item><title>A</title><link>https://x.example/demission-du-maire</link><pubDate>Tue, 20 Dec 2022 18:30:00 +0100</pubDate><description>{TEXT}</description></item>"
    for name in ("lundi.rss", "mardi.rss"):
        put(folder, name, f"<rss version='2.0'><channel><title>Le Courrier</title>{entry}</channel></rss>")
    collected = read(folder)
    assert [article.path for article in collected.articles] == ["seeds/lundi.rss#1"]
    assert [each.path for each in collected.skipped] == ["seeds/mardi.rss#1"]
    assert all(problem.severity is Severity.WARNING for problem in collected.problems)


STUBS = {
    "Le début de l'article. Il vous reste 82.5% de cet article à lire. La suite est réservée aux abonnés.": "is not whole",
    "Le maire a démissionné.\n\nArticle réservé aux abonnés": "is not whole",
    "Gestion des cookies. Nous utilisons des cookies. Continuer sans accepter.": "consent banner",
}


@pytest.mark.parametrize("text", STUBS)
def test_stubs_are_reported(folder: Path, text: str):
    put(folder, "a.md", f"---\ndate: 2022-12-20\nlanguage: fr\n---\n{text}")
    collected = read(folder)
    assert STUBS[text] in collected.problems[0].message
    assert len(collected.articles) == 1


def test_ids_are_safe_and_generic_names_take_their_folder(folder: Path):
    put(folder, "L'été à Nîmes.md", f"---\ndate: 2022-12-20\n---\n{TEXT}")
    put(folder, "demission/index.md", f"---\ndate: 2022-12-20\n---\nAutrement. {TEXT}")
    assert [article.id for article in read(folder).articles] == ["L-été-à-Nîmes", "demission"]


def test_fields_of_an_export_may_be_mapped(folder: Path):
    put(folder, "a.csv", f'chapeau;jour;prose\nDémission;20/12/2022;"{TEXT}"\n')
    fields = {"title": "chapeau", "date": "jour", "text": "prose"}
    (article,) = read(folder, fields=fields).articles
    assert (article.title, article.published, article.text) == ("Démission", datetime.date(2022, 12, 20), TEXT)


@pytest.mark.parametrize("top", ["", "sep=\t\r\n", '"sep=\t"\n'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_tables_as_spreadsheets_write_them(folder: Path, encoding: str, top: str):
    table = f'{top}Titre\tDate\tTexte\r\n"Démission ""surprise"""\t20/12/2022\t"{TEXT}\r\nDeuxième ligne."\r\n'
    put(folder, "a.tsv", table.encode(encoding))
    (article,) = read(folder, encoding=encoding if encoding == "windows-1252" else None).articles
    assert (article.title, article.published.isoformat()) == ('Démission "surprise"', "2022-12-20")
    assert article.text == f"{TEXT}\r\nDeuxième ligne."


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_body_is_left_as_it_is(body: str):
    source = from_bytes(f"---\ndate: 2022-12-20\nimported_from: a.html\n---\n{body}".encode(), "a.md")
    (draft,) = PlainReader().read(source, ReadOptions())
    assert isinstance(draft, UndatedArticle)
    assert draft.text == body


def test_progress_is_told_file_by_file(folder: Path):
    for name in ("a.txt", "b.md"):
        put(folder, name)
    seen: list[tuple[int, int, str]] = []
    read(folder, progress=lambda *each: seen.append(each))
    assert seen == [(1, 2, "seeds/a.txt"), (2, 2, "seeds/b.md")]


def test_undated_articles_are_kept_for_a_suggestion(folder: Path):
    put(folder, "a.txt")
    (undated,) = read(folder).undated
    article = undated.published_on(datetime.date(2022, 12, 20))
    assert (article.text, article.published) == (TEXT, datetime.date(2022, 12, 20))
    assert dataclasses.asdict(undated)["path"] == "seeds/a.txt"
