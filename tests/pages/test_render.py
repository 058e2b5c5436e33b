"""The whole of a small timeline, as files."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.pages.sample import BAKHMUT
from timeline import pages


class Reading(HTMLParser):
    """What a text browser reads of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "script":
            self.text.append(data.strip())


def read(document: str | bytes) -> str:
    reading = Reading()
    reading.feed(str(document))
    return " ".join(filter(None, reading.text))


def index() -> str:
    return str(pages.render([BAKHMUT])["bakhmut/index.html"])


def test_every_event_is_read_in_order() -> None:
    text = read(index())
    places = [text.find(entry.title) for entry in BAKHMUT.entries]
    assert -1 not in places
    assert places == sorted(places)


def test_the_date_is_explained_from_the_quote_on() -> None:
    text = read(index())
    for told in (
        "Pourquoi cette date ?",
        ["Poutine a rendu visite", "à son allié biélorusse Alexandre Loukachenko."][0],
        "Article publié le mardi 20 décembre 2022.",
        "est le lundi le plus proche avant la publication.",
        "Donc : lundi 19 décembre 2022.",
    ):
        assert told in text
    assert "<mark>lundi</mark>" in index()


def test_machine_dates_stand_where_html_has_a_form_for_them() -> None:
    document = index()
    assert '<time datetime="2022-12-19"' in document
    assert '<time datetime="2022-12-20T14:30"' in document
    assert 'datetime="2023-06' not in document, "a span has no datetime"


def test_uncertainty_is_said_in_words() -> None:
    text = read(index())
    for word in ("en cours", "date déduite", "démenti", "sources en désaccord", "vérifié par la rédaction", "annoncé"):
        assert word in text
    assert "vers mars 2023" in text
    assert "date inconnue" in text


def test_same_input_same_bytes() -> None:
    assert pages.render([BAKHMUT]) == pages.render([BAKHMUT])
