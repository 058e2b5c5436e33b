"""Which line of a text is its title, who wrote a page, and which of its lines are no text."""

# ruff: noqa: E501 - one input a line reads as a table

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.articles.test_inputs import BODY, OG, ONE, page
from timeline.articles import read

TITLE, PAPER, AUTHOR, OTHER = "Le pont de l'Aune est fermé", "Le Courrier", "Maëlle Le Goff", "Yann Kerbrat"
LINE = "Publié le 14 mars 2023 à 06h12"
FACTIVA = f"452 mots\n14 mars 2023\n06:12\n{PAPER}\nCFI\n4\nFrançais\nCopyright 2023. {PAPER}\n\n{ONE}\n\nDocument CFI0000020230314ej3e0001x\n"

TEXTS = {
    "a rubric in capitals above it": (f"FAITS DIVERS\n\n{TITLE}\n\n{LINE}\n\n{ONE}\n", TITLE),
    "two rubrics on one line": (f"SOCIÉTÉ – JUSTICE\n{TITLE}\n\nPar {AUTHOR}\n\n{LINE}\n\n{ONE}\n", TITLE),
    "in capitals": (f"LE PONT DE L'AUNE EST FERMÉ\n\n{LINE}\n\n{ONE}\n", "LE PONT DE L'AUNE EST FERMÉ"),
    "in capitals, above a line of the text": (f"LE PONT EST FERMÉ\n\nDes habitants inquiets\n\n{LINE}\n\n{ONE}\n", "LE PONT EST FERMÉ"),
    "in capitals, above its author": (f"GRÈVE AU PORT\n\nPar {AUTHOR}\n\n{LINE}\n\n{ONE}\n", "GRÈVE AU PORT"),
    "below the paper's name, its day and page": (f"{PAPER}\nQuimper, mardi 14 mars 2023, p. 4\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "below the paper and a rubric": (f"{PAPER} – mardi 14 mars 2023 – p. 4\n\nFINISTÈRE\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "below a paper whose article is elided, and its day": (f"L'Écho du Léon\nMardi 14 mars 2023\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "below a paper's name without an article and its day": (f"Mer & Vent\n14 mars 2023\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "a name, above its day": (f"Yann Kerbrat\n14 mars 2023\n\n{ONE}\n\n{ONE}\n", "Yann Kerbrat"),
    "above its day": (f"{TITLE}\nLe 14 mars 2023 à 6h\n\n{ONE}\n", TITLE),
    "above its paper and its day": (f"{TITLE}\n{PAPER}\nMardi 14 mars 2023\n\n{ONE}\n", TITLE),
    "above its paper and a publication line": (f"{TITLE}\nLe Courrier économique\n{LINE}\n\n{ONE}\n", TITLE),
    "above its agency and a dateline": (f"{TITLE}\nDépêche nationale\nQUIMPER, 14 mars 2023 - {ONE}\n\n{ONE}\n", TITLE),
    "of a paragraph, above its agency": (f"{TITLE}\nAFP\nQUIMPER, 14 mars 2023 (AFP) - {ONE}\n", TITLE),
    "below its paper, above its day": (f"Le Courrier du Sud\n{TITLE}\nMardi 14 mars 2023\n\n{ONE}\n", TITLE),
    "as short as its paper": (f"Pont fermé\n{PAPER}\n{LINE}\n\n{ONE}\n", "Pont fermé"),
    "with words in quotation marks at its end": ("Le maire de l'Aune : « Il faut tout refaire »\n\n" f"{LINE}\n\n{ONE}\n", "Le maire de l'Aune : « Il faut tout refaire »"),
    "none: a quotation": (f"« Il faut tout refaire »\n\n{LINE}\n\n{ONE}\n", "a"),
    "none: a quoted sentence": (f"« Non, a dit le maire. Il faut tout refaire. »\n\n{LINE}\n\n{ONE}\n", "a"),
    "without an agency's note": (f"{TITLE} (CORRECTION)\nAFP\nQUIMPER, 14 mars 2023 (AFP) - {ONE}\n", TITLE),
    "without the label of a live page": (f"DIRECT. {TITLE}\n\n{LINE}\n\n{ONE}\n", TITLE),
    "with brackets of its own": (f"{TITLE} (Finistère)\n\n{LINE}\n\n{ONE}\n", f"{TITLE} (Finistère)"),
    "that opens with a word of a label": (f"Direct du droit : {TITLE}\n\n{LINE}\n\n{ONE}\n", f"Direct du droit : {TITLE}"),
    "a word, above its paper": (f"Précision\n{PAPER}\n{LINE}\n\n{ONE}\n", "Précision"),
    "below its day": (f"14 mars 2023\n{TITLE}\n\n{ONE}\n", TITLE),
    "below a publication line": (f"{LINE}\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "below its paper and its day": (f"LE COURRIER DU SUD\nMardi 14 mars 2023\n\n{TITLE}\n\nPar {AUTHOR}\n\n{ONE}\n", TITLE),
    "below its address": (f"https://example.org/a\n{TITLE}\n14 mars 2023\n\n{ONE}\n", TITLE),
    "above a subtitle, its author and its day": (f"{TITLE}\nSix mois de travaux\nPar {AUTHOR}\n{LINE}\n\n{ONE}\n", TITLE),
    "above its text at once": (f"{TITLE}\n{ONE} {ONE}\n\n{LINE}\n", TITLE),
    "none: a paragraph broken into lines": (f"Le maire de Redon a fermé lundi le pont\nde l'Aune à la circulation. Il rouvrira.\n\n{LINE}\n", "a"),
    "none: a sentence between": (f"{TITLE}\nIl était temps.\n{LINE}\n\n{ONE}\n", "a"),
    "a press release's": (f"PRÉFECTURE DU FINISTÈRE\nCommuniqué de presse – Quimper, le mardi 14 mars 2023, 17h00\n{TITLE}\n\n{ONE}\n", TITLE),
    "a press release's, in capitals": (f"PRÉFECTURE DU FINISTÈRE\n\nCommuniqué de presse\nQuimper, le 14 mars 2023\n\n{TITLE}\n\n{ONE}\n", TITLE),
    "Factiva's, below a section": (f"Finistère\n{TITLE}\n{AUTHOR}\n{FACTIVA}", TITLE),
    "Factiva's, below a section, unsigned": (f"Faits divers\n{TITLE}\n{FACTIVA}", TITLE),
    "Factiva's, above its author": (f"Pont fermé\n{AUTHOR}\n{FACTIVA}", "Pont fermé"),
    "Factiva's, below the foot of a page": (f"Page 1 of 2 © 2023 Factiva, Inc. Tous droits réservés.\n{TITLE}\n{AUTHOR}\n{FACTIVA}", TITLE),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_titles_of_texts(case: str, tmp_path: Path) -> None:
    content, title = TEXTS[case]
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    (article,) = read(["a.txt"], tmp_path).articles
    assert (str(article.published), article.title) == ("2023-03-14", title)


PUBLISHERS = {
    "on a line of its own": (f"{TITLE}\n{PAPER}\nMardi 14 mars 2023\n\n{ONE}\n", PAPER),
    "above a publication line": (f"{TITLE}\nLe Courrier du Sud\n{LINE}\n\n{ONE}\n", "Le Courrier du Sud"),
    "above the title": (f"{PAPER}\n{TITLE}\nMardi 14 mars 2023\n\n{ONE}\n", PAPER),
    "beside the day": (f"{TITLE}\n{PAPER}, mardi 14 mars 2023\n\n{ONE}\n", PAPER),
    "above the day, above the title": (f"{PAPER}\n14 mars 2023\n{TITLE}\n\n{ONE}\n", PAPER),
    "whose article is elided": (f"{TITLE}\nL'Écho du Léon\nMardi 14 mars 2023\n\n{ONE}\n", "L'Écho du Léon"),
    "whose article is elided, beside the day": (f"{TITLE}\nL’Écho du Léon - 14 mars 2023\n\n{ONE}\n", "L’Écho du Léon"),
    "of one word and its article": (f"{TITLE}\nL'Équipe, 14 mars 2023\n\n{ONE}\n", "L'Équipe"),
    "without an article, above the title": (f"Mer & Vent\n14 mars 2023\n\n{TITLE}\n\n{ONE}\n", "Mer & Vent"),
    "behind its author": (f"{TITLE}\nPar {AUTHOR}, {PAPER}, le 14 mars 2023\n\n{ONE}\n", PAPER),
    "none: an address": (f"https://example.org/a\n{TITLE}\n14 mars 2023\n\n{ONE}\n", None),
    "an agency's dateline": (f"{TITLE}\nQUIMPER, 14 mars 2023 (AFP) - {ONE}\n\n{ONE}\n", "AFP"),
    "an agency's line": (f"{TITLE}\nReuters\nQUIMPER, 14 mars 2023 - {ONE}\n\n{ONE}\n", "Reuters"),
    "none: perhaps an author": (f"{TITLE}\n{AUTHOR}\nMardi 14 mars 2023\n\n{ONE}\n", None),
    "none: an author beside the day": (f"{TITLE}\n{AUTHOR}, mardi 14 mars 2023\n\n{ONE}\n", None),
    "none: the title is a name": (f"{AUTHOR}\n14 mars 2023\n\n{ONE}\n\n{ONE}\n", None),
    "none: the editors": (f"{TITLE}\nLa Rédaction\nMardi 14 mars 2023\n\n{ONE}\n", None),
    "none: the title": (f"{TITLE}\nLe 14 mars 2023 à 6h\n\n{ONE}\n", None),
    "none: a place": (f"{TITLE}\nQUIMPER (Finistère), 14 mars 2023 - {ONE}\n\n{ONE}\n", None),
}


@pytest.mark.parametrize("case", PUBLISHERS)
def test_publishers_of_texts(case: str, tmp_path: Path) -> None:
    content, publisher = PUBLISHERS[case]
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    (article,) = read(["a.txt"], tmp_path).articles
    assert (str(article.published), article.publisher) == ("2023-03-14", publisher)


ADDRESS = "https://example.org/2023/03/14/le-budget"
ADDRESSES = {
    "above the title": ("a.txt", f"{ADDRESS}\n\n{TITLE}\n\n{ONE}\n", ADDRESS),
    "above the title and the day": ("a.txt", f"{ADDRESS}\n{TITLE}\n14 mars 2023\n\n{ONE}\n", ADDRESS),
    "above a heading": ("a.md", f"{ADDRESS}\n\n# {TITLE}\n\n{ONE}\n", ADDRESS),
    "none: within the text": ("a.txt", f"{TITLE}\n14 mars 2023\n\n{ONE}\n{ADDRESS}\n\n{ONE}\n", None),
    "none: a sentence opens with it": ("a.txt", f"{ADDRESS} est en ligne.\n14 mars 2023\n\n{ONE}\n", None),
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_addresses_of_texts(case: str, tmp_path: Path) -> None:
    name, content, address = ADDRESSES[case]
    (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read([name], tmp_path).articles
    assert (str(article.published), article.url) == ("2023-03-14", address)
    assert article.title == TITLE or not address


def linked(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2023-03-14T06:00:00+01:00", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(**fields: str) -> str:
    return "".join(f'<meta name="{name.replace("_", ".")}" content="{words}">' for name, words in fields.items())


ORGANISATION = {"@type": "Organization", "name": PAPER}
HEADS = {
    "in meta alone": (OG + meta(author=AUTHOR), AUTHOR, None),
    "in Dublin Core": (OG + meta(DC_creator=AUTHOR, dc_publisher=PAPER), AUTHOR, PAPER),
    "an object": (linked(author={"@type": "Person", "name": AUTHOR}), AUTHOR, None),
    "objects": (linked(author=[{"@type": "Person", "name": AUTHOR}, {"name": OTHER}]), f"{AUTHOR}, {OTHER}", None),
    "strings": (linked(author=[AUTHOR, OTHER], publisher=PAPER), f"{AUTHOR}, {OTHER}", PAPER),
    "the paper, and a person in meta": (linked(author=ORGANISATION, publisher=ORGANISATION) + meta(author=AUTHOR), AUTHOR, PAPER),
    "the paper": (linked(author=ORGANISATION, publisher=ORGANISATION), PAPER, PAPER),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADS)
def test_authors_of_pages(case: str, tmp_path: Path) -> None:
    head, author, publisher = HEADS[case]
    (tmp_path / "p.html").write_text(page(head, f"<h1>{TITLE}</h1>"), encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert (article.author, article.publisher) == (author, publisher)


NO_TEXT = (
    "Lire aussi : <a href=/x>Un autre pont menace ruine</a>",
    "À lire également : Un port",
    "Imprimé le 3 avril 2023",
)
TEXT = ("Lire aussi aux enfants : tel est le but de l'association, dit-elle.", "Imprimé le 3 avril 2023, le tract a été distribué à toute la commune dès le lendemain.")  # fmt: skip


@pytest.mark.parametrize("line", NO_TEXT)
def test_lines_that_lead_elsewhere_are_no_text(line: str, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(page(body=f"{BODY}<p><strong>{line}</strong></p>{BODY}"), encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert line.partition(" :")[0] not in article.text


@pytest.mark.parametrize("line", TEXT)
def test_sentences_that_open_alike_are_text(line: str, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(page(body=f"{BODY}<p>{line}</p>{BODY}"), encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert line in article.text
