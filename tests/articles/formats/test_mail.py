"""Mails, mailboxes, mailings and pages saved as one file."""

# ruff: noqa: E501 - a mail's parts are clearer unbroken

from __future__ import annotations

import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest

from timeline.articles import read

ONE = "La préfecture a fermé mardi le pont de l'Aune après la découverte d'une fissure sur une pile. Les automobilistes passent par la rocade."
TWO = "Les salariés de la fonderie de Brévelay ont voté vendredi la grève contre quarante suppressions de postes. La direction a convoqué les élus."
FIRST, SECOND = "Le pont de l'Aune est fermé", "La fonderie vote la grève"
TUESDAY, FRIDAY = "Tue, 14 Mar 2023 06:12:00 +0100", "Fri, 17 Mar 2023 06:12:00 +0100"
DAY = "2023-03-14"


def mail(
    subject: str = FIRST,
    date: str = TUESDAY,
    *,
    text: str = "",
    html: str = "",
    charset: str = "utf-8",
    lettered: bool = False,
) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = (
        "Le Courrier <lettre@e.example>",
        "a@e.example",
        subject,
        date,
    )
    if lettered:
        made["List-Unsubscribe"] = "<https://e.example/stop>"
    if text:
        made.set_content(text, charset=charset, cte="quoted-printable")
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html", cte="base64")
    return made.as_bytes()


def item(title: str, text: str) -> str:
    return f"<tr><td><h2><a href='https://e.example/x'>{title}</a></h2><p>{text}</p><a href='#'>Lire la suite</a></td></tr>"


LETTER = f"<html><head><meta charset=utf-8></head><body><table><tr><td>La lettre du matin — mardi 14 mars 2023</td></tr>{item(FIRST, ONE)}{item(SECOND, TWO)}<tr><td><a href='#'>Se désabonner</a></td></tr></table></body></html>"
TEXT_LETTER = f"LA LETTRE DU MATIN\n{{date}}\n\n1. {FIRST}\n\n{ONE}\n\nLire la suite : https://e.example/1\n\n2. {SECOND}\n\n{TWO}\n\nLire la suite : https://e.example/2\n\nSe désabonner : https://e.example/stop\n"
PAGE = f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>{FIRST}</title><meta property='article:published_time' content='2023-03-14T06:12:00+01:00'></head><body><main><article><h1>{FIRST}</h1><p>{ONE}</p><p>{TWO}</p></article></main></body></html>"
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.example/pont\r\nSubject: x\r\nDate: Mon, 3 Apr 2023 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    + quopri.encodestring(PAGE.encode()).decode("ascii")
    + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\neHh4\r\n--b--\r\n"
).encode()
BOX = (
    b"From a@e.example Tue Mar 14 06:12:00 2023\n"
    + mail(text=ONE)
    + b"\nFrom a@e.example Fri Mar 17 06:12:00 2023\n"
    + mail(SECOND, FRIDAY, text=TWO)
)
BOTH = [(DAY, FIRST), ("2023-03-17", SECOND)]
ONE_DAY = [(DAY, FIRST), (DAY, SECOND)]
DISPATCHES = f"{FIRST}\nLe Courrier\n14 mars 2023\n\n{ONE}\n\n{SECOND}\nLe Courrier\n17 mars 2023\n\n{TWO}\n"
QUOTED = f"> {FIRST}\n>\n> Publié le 14 mars 2023 à 06h12\n>\n> {ONE}\n"
PASSED_ON = (
    f"-----Message d'origine-----\nDe : Revue <r@e.example>\nEnvoyé : jeudi 16 mars 2023 08:12\nObjet : {FIRST}\n\n"
)

FILES: dict[str, tuple[str, bytes, list[tuple[str, str]]]] = {
    "an article in Latin-1": ("m.eml", mail(text=ONE, charset="iso-8859-1"), [(DAY, FIRST)]),
    "an article in HTML alone": ("m.eml", mail(html=f"<html><body><p>{ONE}</p></body></html>"), [(DAY, FIRST)]),
    "an article laid out in a table": ("m.eml", mail(html=f"<table><tr><td><p>{ONE}</p></td></tr></table>"), [(DAY, FIRST)]),
    "a mail whose text has its own day": ("m.eml", mail(date=FRIDAY, text=f"Publié le 14 mars 2023 à 6h\n\n{ONE}"), [(DAY, FIRST)]),
    "a mailing": ("m.eml", mail("La lettre", html=LETTER, lettered=True), ONE_DAY),
    "a mailing in plain text": ("m.eml", mail("La lettre", text=TEXT_LETTER.format(date="")), ONE_DAY),
    "a mailing, saved as a page": ("m.html", LETTER.encode(), ONE_DAY),
    "a mailing, saved as text": ("m.txt", TEXT_LETTER.format(date="mardi 14 mars 2023").encode(), ONE_DAY),
    "a mailing without its day": ("m.txt", TEXT_LETTER.format(date="").encode(), []),
    "dispatches of two days": ("m.eml", mail("Dépêches", FRIDAY, text=DISPATCHES), BOTH),
    "a mailbox": ("m.mbox", BOX, BOTH),
    "passed on, with its own day": ("m.eml", mail(f"TR: {FIRST}", FRIDAY, text=PASSED_ON + QUOTED), [(DAY, FIRST)]),
    "passed on, dated by its first mail": ("m.eml", mail(f"TR: {FIRST}", FRIDAY, text=f"{PASSED_ON}{ONE}\n"), [("2023-03-16", FIRST)]),
    "passed on, without the first mail": ("m.eml", mail(f"TR: {FIRST}", FRIDAY, text=f"{ONE}\n"), []),
    "without a date": ("m.eml", mail(date="", text=ONE), []),
    "empty": ("m.eml", b"", []),
    "a page of Chrome": ("m.mhtml", SAVED, [(DAY, FIRST)]),
    "a page of Internet Explorer": ("m.mht", SAVED, [(DAY, FIRST)]),
    "a saved page without its page": ("m.mht", mail(text=ONE), []),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_mails(case: str, tmp_path: Path) -> None:
    name, content, expected = FILES[case]
    (tmp_path / name).write_bytes(content)
    found = read([name], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == expected, found.problems
    assert [problem for problem in found.problems if problem.severity == "error"] == [] or not expected
    assert bool(found.problems) or expected
    for article in found.articles:
        assert "désabonner" not in article.text
        assert "Lire la suite" not in article.text
        assert "Message d'origine" not in article.text
    assert len({article.id for article in found.articles}) == len(expected)


APPLE = f"Début du message réexpédié :\n\nDe: Le Courrier <l@e.example>\nObjet: {FIRST}\nDate: 14 mars 2023 à 06:12:03 UTC+1\nÀ: Paul <p@e.example>\nRépondre à: l@e.example\n\n{ONE}\n"
OUTLOOK = f"-----Message d'origine-----\nDe : Le Courrier <l@e.example>\nEnvoyé : mardi 14 mars 2023 06:12\nÀ : Paul Kerjean;\nAnne Riou <a@e.example>\nCc : rédaction\nObjet : TR : Re: {FIRST}\n\n{ONE}\n"
GMAIL = f"Paul, à lire pour la frise.\n\n---------- Forwarded message ---------\nDe : Le Courrier <l@e.example>\nDate: mar. 14 mars 2023 à 06:12\nSubject: {FIRST}\nTo: <p@e.example>\n\n\n{ONE}\n"
BARE = f"De : Le Courrier <l@e.example>\nDate : 14/03/2023 06:12\nÀ : moi\nObjet : {FIRST}\n\n{ONE}\n"
SPACED = f"De :\xa0Le Courrier\n\nEnvoyé :\xa0mardi 14 mars 2023 06:12\n\nObjet :\xa0{FIRST}\n\n{ONE}\n"
ENGLISH = f"Begin forwarded message:\n\nFrom: Le Courrier <l@e.example>\nSubject: Fwd: {FIRST}\nDate: March 14, 2023 at 6:12:03 AM GMT+1\nTo: Paul\n\n{ONE}\n"
THREAD = f"De : Paul <p@e.example>\nEnvoyé : vendredi 17 mars 2023 09:00\nÀ : Anne\nObjet : TR: {FIRST}\n\nÀ garder, merci.\n\n{OUTLOOK}"
TWICE = f"{OUTLOOK}\n-----Message d'origine-----\nDe : Le Courrier <l@e.example>\nEnvoyé : vendredi 17 mars 2023 06:12\nÀ : Paul\nObjet : {SECOND}\n\n{TWO}\n"
PASTED = {
    "by Apple Mail": (APPLE, [(DAY, FIRST)]),
    "by Outlook": (OUTLOOK, [(DAY, FIRST)]),
    "by Gmail, under a note": (GMAIL, [(DAY, FIRST)]),
    "with its headers alone": (BARE, [(DAY, FIRST)]),
    "with empty lines between its headers": (SPACED, [(DAY, FIRST)]),
    "by an English program": (ENGLISH, [(DAY, FIRST)]),
    "quoted": ("\n".join(f"> {line}" for line in OUTLOOK.split("\n")), [(DAY, FIRST)]),
    "passed on twice": (THREAD, [(DAY, FIRST)]),
    "after another": (TWICE, BOTH),
    "whose article has its own day": (OUTLOOK.replace("mardi 14 mars", "jeudi 16 mars").replace(ONE, f"Publié le 14 mars 2023 à 6h\n\n{ONE}"), [(DAY, FIRST)]),
    "without a day": (OUTLOOK.replace("mardi 14 mars 2023 06:12", "hier"), []),
    "that is a dialogue": (f"Publié le 14 mars 2023\n\nDe : un voisin.\n\n{ONE}\n\nÀ : la mairie.\n\n{TWO}\n", [(DAY, "m")]),
}  # fmt: skip


@pytest.mark.parametrize("case", PASTED)
def test_a_mail_pasted_as_text(case: str, tmp_path: Path) -> None:
    content, expected = PASTED[case]
    (tmp_path / "m.txt").write_text(content, encoding="utf-8")
    found = read(["m.txt"], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == expected, found.problems
    assert bool(found.problems) or expected
    for article in found.articles:
        assert article.text.endswith((ONE, TWO, f"{TWO}\n"))
        assert "Objet" not in article.text


def test_the_day_of_a_mail_that_was_passed_on_is_doubted(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(OUTLOOK, encoding="utf-8")
    (problem,) = read(["m.txt"], tmp_path).problems
    assert "by its passed-on mail alone" in problem.message


def test_an_article_with_headings_is_no_mailing(tmp_path: Path) -> None:
    content = PAGE.replace("</main>", f"<p>Vous pouvez vous désinscrire de la lettre.</p>{item(SECOND, TWO)}</main>")
    (tmp_path / "p.html").write_text(content, encoding="utf-8")
    (article,) = read(["p.html"], tmp_path).articles
    assert article.title == FIRST


def test_a_mailing_names_its_paper_and_a_mail_nobody(tmp_path: Path) -> None:
    for name, lettered in (("letter", True), ("mail", False)):
        (tmp_path / f"{name}.eml").write_bytes(mail(text=ONE, lettered=lettered))
    one, other = read(["letter.eml"], tmp_path).articles[0], read(["mail.eml"], tmp_path).articles[0]
    assert (one.publisher, other.publisher, one.author, other.author) == ("Le Courrier", None, None, None)
