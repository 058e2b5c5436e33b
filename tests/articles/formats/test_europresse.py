"""Europresse's documents as it prints them: each article with its own day, or a refusal that says the file holds several."""

# ruff: noqa: E501 - one form a line reads as a table

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.articles.formats.test_databases import FIRST, ONE, SECOND, TWO, both
from tests.articles.formats.test_documents import pdf
from tests.articles.formats.test_fuzz import _LONGEST, check, mutated
from tests.articles.formats.test_fuzz import read as fuzzed
from timeline.articles import read
from timeline.articles.formats.databases import europresse

RIGHTS = "© 2023 {paper}. Tous droits réservés. Le présent document est protégé par les lois et conventions\ninternationales sur le droit d'auteur.\nCertificat émis le 20 mars 2023 à UNIV-X à des fins de visualisation\npersonnelle et temporaire.\n"
SOURCE = "Nom de la source\n{paper}\nType de source\nPresse • Journaux\nPériodicité\nQuotidien\nCouverture géographique\nRégionale\nProvenance\nQuimper, Bretagne, France\n"
HEAD = "{day}\n{paper} • no. 24512 • p. {page} • 452 mots\n{title}\n{by}\n{text}\n"
BELOW = "{paper} • p. {page} • 452 mots\n{day}\n\n{title}\n\n{by}\n\n{text}\n\n"
OLD = "{paper}\nRégion, {day} 452 mots, p. {page}\n{title}\n{by}\n{text}\n"
PAGED = "{paper}, no. 24512\nRégion, {day}, p. {page}\n{title}\n{by}\n{text}\n"
NUMBER = "news·{key}·CFI·{number}457\n"
CONTENTS = "Documents sauvegardés\nLundi 20 mars 2023 à 10 h 12\n2 documents\nSommaire\n" + both(
    "{paper}\n{date}\n{title}\n{text} 3\n"
)
FOOT = "Lundi 20 mars 2023 à 10 h 12 Documents sauvegardés par UNIV-X\n3Tous droits réservés à l'éditeur • Service fourni par CEDROM-SNi Inc.\n"
OF_ONE_DAY = {**SECOND, "day": FIRST["day"], "date": FIRST["date"], "key": FIRST["key"]}

SPLIT = {
    "source, header, rights, number": CONTENTS + both(SOURCE + HEAD + RIGHTS + NUMBER),
    "header, source, rights, number": CONTENTS + both(HEAD + SOURCE + RIGHTS + NUMBER),
    "no source": both(HEAD + RIGHTS + NUMBER),
    "no number": both(HEAD + RIGHTS),
    "headers alone": both(HEAD),
    "the day below the paper": both(BELOW),
    "the day in the header": both(SOURCE + OLD + RIGHTS + NUMBER),
    "the day and the page, no words": both(PAGED + RIGHTS + NUMBER),
    "numbers that line ends break": both(HEAD + "news·{key}·\nCFI·{number}457\n"),
    "feet of pages": both(HEAD + NUMBER + FOOT),
}


@pytest.mark.parametrize("case", SPLIT)
def test_each_document_is_one_article(case: str, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(SPLIT[case], encoding="utf-8")
    found = read(["e.txt"], tmp_path)
    said = [(str(each.published), each.title, each.publisher, each.author, each.page) for each in found.articles]
    assert said == [(one["iso"], one["title"], one["paper"], one["by"], one["page"]) for one in (FIRST, SECOND)], (
        found.problems
    )
    assert [each.text for each in found.articles] == [ONE, TWO]


def test_documents_of_one_day_are_several(tmp_path: Path) -> None:
    form = SOURCE + HEAD + RIGHTS
    (tmp_path / "e.txt").write_text(form.format(**FIRST) + form.format(**OF_ONE_DAY), encoding="utf-8")
    found = read(["e.txt"], tmp_path)
    assert [(str(each.published), each.text) for each in found.articles] == [("2023-03-14", ONE), ("2023-03-14", TWO)]


def test_a_number_is_no_title(tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(both("{paper}\n{day}\n{title}\n{text}\n" + NUMBER), encoding="utf-8")
    found = read(["e.txt"], tmp_path)
    assert [(each.title, each.text) for each in found.articles] == [(FIRST["title"], ONE), (SECOND["title"], TWO)]


def test_one_document_has_its_own_title(tmp_path: Path) -> None:
    text = "Documents sauvegardés\n" + (HEAD + SOURCE + RIGHTS + NUMBER).format(**FIRST) + FOOT
    (tmp_path / "e.txt").write_text(text, encoding="utf-8")
    (article,) = read(["e.txt"], tmp_path).articles
    assert (article.id, article.title, article.text) == ("news-20230314-CFI-1457", FIRST["title"], ONE)


def test_what_a_page_end_cuts_is_whole() -> None:
    text = HEAD.format(
        **{
            **FIRST,
            "title": "Le pont de l'Aune est fermé\njusqu'à nouvel ordre",
            "text": f"{ONE[:60]}\n{FOOT}{ONE[60:]}",
        }
    )
    (piece,) = europresse.pieces(text.split("\n"))
    assert piece.title == "Le pont de l'Aune est fermé jusqu'à nouvel ordre"
    assert piece.text.replace("\n", "") == ONE


def test_a_print(tmp_path: Path) -> None:
    lines = [
        f"Mardi {day} mars 2023\nLe Courrier | p. 4".replace(" | ", " \u2022 ")
        + f"\nTitre numero {day}\n"
        + "Le pont est ferme depuis hier soir. " * 2
        for day in (14, 21)
    ]
    (tmp_path / "e.pdf").write_bytes(pdf([line for each in lines for line in each.split("\n")]))
    found = read(["e.pdf"], tmp_path)
    said = [(str(each.published), each.title) for each in found.articles]
    assert said == [("2023-03-14", "Titre numero 14"), ("2023-03-21", "Titre numero 21")], found.problems


REFUSED = {
    "headers that are not known": both("{paper}\n{title}\n{text}\n" + NUMBER),
    "more numbers than headers": HEAD.format(**FIRST) + NUMBER.format(**FIRST) + "{title}\n{text}\n".format(**SECOND) + NUMBER.format(**SECOND),
    "a document without a text": (HEAD.format(**FIRST) + HEAD.format(**{**SECOND, "text": "", "by": ""})),
    "an article before the first header": f"Le viaduc\n\n{ONE}\n{ONE}\n{ONE}\n{ONE}\n" + both(HEAD),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_understood_is_refused(case: str, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(REFUSED[case], encoding="utf-8")
    found = read(["e.txt"], tmp_path)
    assert (found.articles, ["several articles" in each.message for each in found.problems]) == ((), [True])


@pytest.mark.parametrize(("lines", "right"), [
    (["Mardi 14 mars 2023", "Le Figaro • p. 5 • 452 mots"], [(1, 0)]),
    (["Le Figaro (site web) • 452 mots", "", "mardi 14 mars 2023 05:30"], [(0, 2)]),
    (["Le Figaro", "Économie, mardi 14 mars 2023 452 mots, p. 5"], [(0, 1)]),
    (["Le Figaro • p. 5 • 452 mots", "Le pont est fermé."], []),
    (["Le Figaro", "Économie, mardi 14 mars 2023, p. 5", "news·20230314·LF·1"], [(0, 1)]),
    (["Le Figaro", "Économie, mardi 14 mars 2023, p. 5"], []),  # a footnote
    (["14 mars 2023", "Presse • Journaux"], []),
    (["14 mars 2023", "Il a lu 452 mots • puis il s'est tu"], []),
    (["Le 14 mars 2023, il a prononcé 452 mots."], []),
])  # fmt: skip
def test_headers(lines: list[str], right: list[tuple[int, int]]) -> None:
    assert europresse.headers(lines) == right


ONE_HEADER = HEAD.format(**FIRST)
HOSTILE = {
    "blanks beside a bullet": "14 mars 2023\nLe Courrier • " + " " * 100_000 + "x\n",
    "empty lines below a header": ONE_HEADER + "\n" * 100_000 + "fin\n",
    "lines in small letters": ONE_HEADER.replace(ONE, "a\n" * 30_000),
    "broken numbers": "news·\n" * 30_000 + ONE_HEADER,
    "fields of sources": ONE_HEADER + "Périodicité\n" * 30_000,
    "headers alone": (f"14 mars 2023\nLe Courrier • p. 4 • 452 mots\n{FIRST['title']}\n") * 4_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_prints_are_read_in_bounded_time(case: str) -> None:
    before = time.process_time()
    check(fuzzed("e.txt", HOSTILE[case].encode()))
    assert time.process_time() - before < _LONGEST


def test_damaged_prints() -> None:
    chance = random.Random("europresse")
    for _ in range(20):
        check(fuzzed("e.txt", mutated(chance.choice(sorted(SPLIT.values())).encode(), chance)))
