"""Whatever is written is read back as it was, by us and by any reader of YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.document.examples import VISIT as MODEL
from tests.document.examples import build, changed, entry, first, read
from timeline.document import Head, listing
from timeline.document.yaml.scalars import block, inline

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TRICKY = st.sampled_from(
    [
        *("no", "~", "null", "2020", "12:30", "1e3", "0x1F", "2022-12-19", "<<", "=", ".inf", "---", "..."),
        *("- a", "a: b", "a #b", "'a'", '"a"', "«a»", "a\nb", " a", "a ", ":", "?", "a,b", "é\u2028"),
        *("!a", "&a", "*a", "@a", "`a", "%a", "|", ">", "[a]", "{a}"),
    ]
)


@settings(deadline=None)
@given(TEXT | TRICKY, st.booleans(), st.sampled_from(["", "'", '"']))
def test_one_line(value: str, flow: bool, style: str) -> None:
    written = inline(value, flow=flow, style=style)
    text = f"a: [{written}, x]\n" if flow else f"a: {written}\n"
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)["a"]
    assert (loaded[0] if flow else loaded) == value
    assert "\n" not in written


@settings(deadline=None)
@given(st.lists(TEXT, min_size=2, max_size=4).map("\n".join))
def test_blocks(value: str) -> None:
    written = block(value, "    ", "\n")
    if written is not None:
        assert yaml.load(f"- a: {written}\n  b: c\n", Loader=yaml.CSafeLoader) == [{"a": value, "b": "c"}]


@settings(deadline=None)
@given(TEXT | TRICKY, st.lists(TEXT | TRICKY, max_size=3), TEXT | TRICKY)
def test_events(title: str, people: list[str], quote: str) -> None:
    source = changed(MODEL.sources[0], quote=quote)
    entry = changed(MODEL, title="x" + title, people=tuple(people), sources=(source,))
    for text, lock in (first(entry), _through(entry)):
        (written,) = read(text).entries
        assert written.title == " ".join(("x" + title).split())
        assert written.people == tuple(dict.fromkeys(" ".join(one.split()) for one in people if one.strip()))
        assert written.sources[0].quote == quote
        assert build(text, lock, entry).text == text


LONG = st.lists(st.text("aé, ;:#'\"-«»\u00a0", max_size=12), min_size=12, max_size=30).map(" ".join)


@settings(deadline=None)
@given(LONG)
def test_long_texts_are_wrapped(told: str) -> None:
    entry = changed(MODEL, text=told)
    for text, lock in (first(entry), _through(entry)):
        assert read(text).entries[0].text == told
        assert yaml.load(text, Loader=yaml.CSafeLoader)["events"][0].get("text", "") == told
        short = build(text, lock, MODEL)
        assert read(short.text).entries[0].text == MODEL.text
        assert all(told.split(" ")) is False or max(map(len, text.splitlines())) <= 120


def _through(entry) -> tuple[str, str]:
    """The same event by way of a patch."""
    text, lock = first(MODEL)
    updated = build(text, lock, entry)
    return updated.text, updated.lock


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Grève : le bilan", '"Grève : le bilan"'),
        ("l'été", "l'été"),
        ("C#", "C#"),
        ("« non »", "« non »"),
        ('Il dit "non"', 'Il dit "non"'),
        ('"Non", dit-il', "'\"Non\", dit-il'"),
        ("2020", '"2020"'),
        ("oui", "oui"),
        ("no", '"no"'),
        ("", '""'),
    ],
)
def test_quotes_only_where_they_are_needed(value: str, written: str) -> None:
    assert inline(value) == written


def test_a_date_needs_no_quotes() -> None:
    assert inline("2022-12-19", bare=True) == "2022-12-19"
    assert inline("2020", bare=True) == "2020"


LONG = "Le ministre des transports a reçu mercredi tous les syndicats de cheminots pour la troisième fois du mois."


def test_a_listing_is_a_file_of_all_events_with_their_whole_quotes() -> None:
    later, first_, nameless = (
        entry("b", "2022-12-21", "Incendie", ("afp-3", LONG)),
        entry("a", "2022-12", 'Le mot "#MeToo" : suite', ("afp-1", "Un mot.")),
        entry("b", "", "Sans date", ("afp-2", "Autre chose.")),
    )
    text = listing(Head(title="Écartés"), [later, first_, nameless], "schema.json", welcome="À déplacer.")
    found = read(text)
    assert text.startswith("# yaml-language-server: $schema=schema.json\n# À déplacer.\n")
    assert [item.entry.title for item in found.items] == [first_.title, later.title, nameless.title]
    assert found.items[1].sources == ({"article": "afp-3", "quote": LONG},)
    assert len({item.id for item in found.items}) == 3, "no id is written twice"


def test_a_listing_of_nothing_says_what_it_is_for() -> None:
    assert not read(listing(Head(title="Écartés"), [], "schema.json", welcome="À déplacer.")).items
