"""The whole of a small timeline, as files."""

from __future__ import annotations

import datetime
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.site.sample import BAKHMUT, BAKHMUT_CARD, entry, many
from timeline import site
from timeline.calendar import parse_edtf
from timeline.model import Source, Timeline
from timeline.site.pages.compose import site_of, written
from timeline.site.parts.days import heading
from timeline.site.parts.labels import Words


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
    return str(site.render([BAKHMUT])["bakhmut/index.html"])


def test_every_event_is_read_in_order() -> None:
    text = read(index())
    places = [text.find(entry.title) for entry in BAKHMUT.entries]
    assert -1 not in places
    assert places == sorted(places)


def test_the_date_is_explained_from_the_quote_on() -> None:
    text = read(index())
    for told in (
        "Pourquoi cette date\u202f?",
        ["Poutine a rendu visite", "à son allié biélorusse Alexandre Loukachenko."][0],
        "Article publié le mardi 20 décembre 2022.",
        "est le lundi le plus proche avant la publication.",
        "Donc\u00a0: lundi 19 décembre 2022.",
    ):
        assert told in text
    assert "<mark>lundi</mark>" in index()


def test_a_date_that_a_person_corrected_is_not_argued_with() -> None:
    """The page says so first; how the machine read it is folded, and it concludes nothing above the fold."""
    first, *rest = BAKHMUT.entries
    day = "2022-12-21"
    corrected = replace(first, date=day, interval=parse_edtf(day), basis="", conflict=False, date_corrected=True)
    files = site.render([replace(BAKHMUT, entries=(corrected, *rest))])
    page = str(files["bakhmut/index.html"])
    start = page.index(f'id="{corrected.id}"')
    told = page[start : page.index("</li>", page.index("Donc\u00a0: ", start))]
    assert told.index("date corrigée par la rédaction") < told.index(
        "Date corrigée par la rédaction\u00a0: mercredi 21"
    )
    assert told.index("Date corrigée par la rédaction\u00a0:") < told.index("Ce que la machine avait lu</summary>")
    assert told.index("Ce que la machine avait lu</summary>") < told.index("Donc\u00a0: ")
    assert "Cette source dit" not in told
    assert "sources en désaccord" not in told
    assert "Date corrigée par la rédaction" in str(dict(site.markdown([replace(BAKHMUT, entries=(corrected,))])))


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
    assert site.render([BAKHMUT]) == site.render([BAKHMUT])


def test_what_was_written_before_is_taken_only_where_it_is_the_same() -> None:
    options = site.SiteOptions(per_page=40)
    first = many(100, slug="cent", title="Cent")
    changed = replace(first, entries=(*first.entries[:3], replace(first.entries[3], title="Autre"), *first.entries[5:]))
    before = [one.earlier for one in written([first], options)]
    assert site_of(written([changed], options, before), options) == site.site([changed], options)
    assert site_of(written([first], options, before), options) == site.site([first], options)


def test_a_long_timeline_is_split_and_loses_nothing() -> None:
    long = many(500, slug="longue", title="Longue")
    made = site.render([long])
    periods = [path for path in made if path.startswith("longue/2019")]
    assert len(periods) > 2
    for event in long.entries:
        assert sum(f'id="{event.id}"' in str(made[path]) for path in periods) == 1
        assert f'id="{event.id}"' in str(made["longue/all.html"])


def test_a_merged_event_is_found_under_its_old_id() -> None:
    options = site.SiteOptions(redirects={"bakhmut": {"old1": "old2", "old2": "7f3a1c"}})
    document = str(site.render([BAKHMUT], options)["bakhmut/index.html"])
    at = document.index('id="7f3a1c"')
    assert document.index('<a id="old1">') > at
    assert document.index('<a id="old2">') > at
    assert document.index('<a id="old1">') < document.index('id="9d0e4b"')


def test_what_was_known_keeps_to_the_articles_of_that_day() -> None:
    early = replace(BAKHMUT_CARD, id="early", title="Avant", published=datetime.date(2022, 12, 1))
    sources = (
        Source("early", "Le sommet aura lieu le 10 janvier.", date="2023-01-10"),
        Source(BAKHMUT_CARD.id, "Le sommet est reporté au 12 janvier.", date="2023-01-12"),
    )
    summit = entry("s1", "2023-01-12", "Sommet", sources=sources, first_known=datetime.date(2022, 12, 1))
    other = entry("s2", "2022-12-19", "Visite", sources=sources[1:], first_known=datetime.date(2022, 12, 20))
    timeline = Timeline("T", "t", "t.yaml", entries=(other, summit), articles=(early, BAKHMUT_CARD))
    made = site.render([timeline])
    then, now = read(made["t/known-2022-12-01.html"]), read(made["t/known-2022-12-20.html"])
    assert "Visite" not in then
    assert "mardi 10 janvier 2023" in then
    assert "jeudi 12 janvier 2023" in now
    assert "Visite" in now


def test_hidden_events_are_nowhere() -> None:
    secret = entry("s1", "2022-12-19", "Un secret bien gardé", people=("Anne Onyme",), hidden=True)
    made = site.render([replace(BAKHMUT, entries=(*BAKHMUT.entries, secret))])
    for path, content in made.items():
        assert "secret bien" not in str(content), path
        assert "onyme" not in path


def test_corrections_tell_who_changed_what() -> None:
    change = site.Correction(2, "changed", "7f3a1c", "Visite", "person", "date", "2022-12-18", "2022-12-19")
    gone = site.Correction(1, "removed", "zzz", "Parti", "machine")
    made = site.render([BAKHMUT], site.SiteOptions(changes={"bakhmut": (gone, change)}))
    text = read(made["bakhmut/corrections.html"])
    assert text.index("Révision 2") < text.index("Révision 1")
    for told in ("corrigé", "par la rédaction", "date", "18 décembre 2022", "19 décembre 2022", "retiré", "Parti"):
        assert told in text


def test_the_margin_stands_only_in_a_preview() -> None:
    concern = site.ReviewRow("7f3a1c", "une seule source", 18)
    preview = read(site.render([BAKHMUT], site.SiteOptions(margin={"bakhmut": (concern,)}))["bakhmut/index.html"])
    assert "une seule source" in preview
    assert "ligne 18" in preview
    assert "Marge de la rédaction" not in read(index())


def test_markdown_pages_say_the_same() -> None:
    made = site.markdown([BAKHMUT])
    text = str(made["bakhmut/index.md"])
    for event in BAKHMUT.entries:
        assert event.title in text
    assert "## lundi 19 décembre 2022" in text
    assert "> Poutine a rendu visite **lundi** à son allié biélorusse" in text
    assert "bakhmut/people/vladimir-poutine.md" in made
    assert "[Vladimir Poutine](people/vladimir-poutine.md)" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_interface_speaks_the_language_of_the_timeline(language: str) -> None:
    document = str(site.render([replace(BAKHMUT, language=language)])["bakhmut/index.html"])
    assert f'<html lang="{language}">' in document
    assert {"fr": "Pourquoi cette date\u202f?", "en": "Why this date?"}[language] in document
    assert {"fr": "vers <b", "en": "around <b"}[language] in document
    assert {"fr": ">mars</b> 2023", "en": ">March</b> 2023"}[language] in document


def test_a_chosen_address_is_the_pages_and_no_other_takes_it() -> None:
    from timeline.site.base.routes import fingerprint, slugs

    assert slugs(["Kyiv", "Kiev la belle", "Lviv"], {"Kyiv": "kiev-la-belle", "Lviv": "index"}) == {
        "Kyiv": "kiev-la-belle",
        "Kiev la belle": slugs(["Kiev la belle"], {})["Kiev la belle"] + "-" + fingerprint("Kiev la belle")[:6],
        "Lviv": "lviv",
    }


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2023-05", (True, "", "mai", "2023")),
        ("2023", (True, "", "2023", "")),
        ("2023-05-02", (True, "mardi", "2", "mai 2023")),
        ("2023-12", (True, "", "décembre", "2023")),
        ("2023-05~", (True, "vers", "mai", "2023")),
        ("../2023-05-02", (True, "au plus tard le", "2", "mai 2023")),
        ("2022-12-19/2022-12-20", (True, "du", "19 au 20", "décembre 2022")),
        ("2022-11/2023-02", (True, "de", "novembre 2022 à février 2023", "")),
        ("2022-12-01/..", (True, "à partir du", "1er", "décembre 2022")),
        ("-0499/-0448", (True, "de", "500 av. J.-C. à 449 av. J.-C.", "")),
        ("10XX", (True, "", "XIe", "siècle")),
        ("196X", (True, "années", "1960", "")),
        ("2021-22", (True, "été", "2021", "")),
        ("-0043-03-15", (True, "", "15", "mars 44 av. J.-C.")),
    ],
)
def test_the_mark_of_the_rail_is_not_said_twice(date: str, parts: tuple[bool, str, str, str]) -> None:
    head = heading(parse_edtf(date), Words("fr"))
    assert (head.within, head.before, head.big, head.after) == parts


@pytest.mark.parametrize(
    ("date", "is_long"),
    [("2022-12-19/2022-12-20", False), ("2021-09/2022-12", False), ("1914-07-28/1918-11-11", True)],
)
def test_two_whole_days_are_a_long_mark(date: str, is_long: bool) -> None:
    assert heading(parse_edtf(date), Words("fr")).is_long is is_long


def test_the_whole_of_a_long_timeline_leads_to_the_explanations() -> None:
    """The page of all events stays light; each event links to where its date is explained."""
    short, long = (str(site.render([many(count, slug="s", title="T")])["s/all.html"]) for count in (500, 501))
    assert short.count("<blockquote>") == 500
    assert long.count('<li class="tl-event') == 501
    assert "<blockquote>" not in long
    assert len(long) < len(short) * 0.75
    assert long.count('">Pourquoi cette date\u202f?</a>') == 501
