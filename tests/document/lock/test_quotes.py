"""Long quotes: first words in the file, the whole in the lock and on the pages; a person's own stay whole."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tests.document.examples import (
    STRIKE,
    STRIKE_QUOTE,
    VISIT,
    VISIT_QUOTE,
    build,
    changed,
    difference,
    first,
    read,
    shown,
    understand,
)
from timeline.document import Lock, accept, tidy, to_timeline
from timeline.document.lock import Record, SourceRecord, dump_lock
from timeline.document.lock.first_words import FirstWords, Sentence
from timeline.document.lock.quotes import shortened
from timeline.model import Entry

ROOT = Path(__file__).parents[3]
SENTENCE = re.compile(r"(?m)(?:^|(?<=[.!?] ))[A-ZÉÀ][^.!?\n]{40,}[.!?]")
LONG = "Le ministre a dit lundi que les cheminots, qui avaient cessé le travail la veille, reprendraient le service."
SHORT = "Le ministre"
FORMER = (
    "Le ministre a dit lundi",
    "Le ministre a dit lundi que les cheminots, qui avaient",
    "Le ministre a dit lundi que les cheminots, qui avaient cessé le travail la",
)
NIGHT = LONG.replace("veille", "nuit")


def told(quote: str) -> Entry:
    return changed(VISIT, sources=(changed(VISIT.sources[0], quote=quote),))


@pytest.mark.parametrize(
    ("quote", "short"),
    [
        ("", ""),
        (VISIT_QUOTE, VISIT_QUOTE),
        (LONG, SHORT),
        (
            "Il a dit, à Brest, hier soir, devant cent mille de ses amis, les yeux au ciel : « Nous irons au bout. »",
            "Il a dit, à Brest",
        ),
        (
            "Ils ont dit : « Nous irons au bout », et tous leurs amis, qui étaient mille et plus, l'ont cru sans rire.",
            "Ils ont dit : « Nous",
        ),
        (
            "Le maire a vu le maire, puis le maire, puis encore le maire de la ville, et il a dit ce qu'il en était.",
            "Le maire",
        ),
        ("L'anticonstitutionnalité de la loi a été reconnue.", "L'anticonstitutionnalité"),
        ("Emmanuel Macron et Angela Merkel se sont entretenus.", "Emmanuel"),
        ("x" * 100, "x" * 40),
        ("— " * 60, ("— " * 20).rstrip()),
    ],
)
def test_the_first_words_are_an_exact_prefix_that_ends_in_a_word(quote: str, short: str) -> None:
    assert shortened(quote) == short
    assert quote.startswith(short)
    assert shortened(short) == short


def test_the_first_words_find_the_sentence_in_its_article() -> None:
    """A person searches for them: they stand nowhere else in the article."""
    files = [*(ROOT / "seeds").rglob("*.txt"), *(ROOT / "tests" / "gold" / "text").glob("*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    sentences = [(quote, text) for text in texts for quote in SENTENCE.findall(text)]
    written = [(FirstWords([], {"a": (text,)}).of(Sentence("a", "", quote)), quote, text) for quote, text in sentences]
    assert len(sentences) > 200
    assert [short for short, quote, text in written if text.count(short) > text.count(quote)] == []
    assert sum(len(short) for short, _, _ in written) < 16 * len(written)


def test_a_long_quote_lives_in_the_lock_and_a_persons_stays_in_the_file() -> None:
    text, lock = first(told(LONG))
    assert text.endswith(f"\n    quote: {SHORT}\n")
    assert shown(text, lock) == [LONG]
    later = build(text, lock, told(NIGHT))
    assert later.text == text, "its first words are the same"
    assert shown(text, later.lock) == [NIGHT]
    for own in ("ce que je cite", SHORT + " veille", LONG, LONG[:42], SHORT.replace("ministre", "Premier ministre")):
        mine = text.replace(f"quote: {SHORT}", f"quote: {own}")
        updated = build(mine, lock, told(LONG))
        assert updated.text == mine
        assert shown(mine, lock) == shown(mine, updated.lock) == [own]
        assert build(mine, updated.lock, told(NIGHT)).text == mine
        back = accept(mine, updated.lock, "visit", understand=understand)
        assert back.text == text
        assert shown(back.text, back.lock) == [LONG]


def test_the_first_words_change_with_the_sentence() -> None:
    text, lock = first(told(LONG))
    later = build(text, lock, told(LONG.replace("Le ministre", "La ministre")))
    assert f"    quote: La{SHORT[2:]}\n" in (later.text or "")
    assert shown(later.text, later.lock) == [LONG.replace("Le ministre", "La ministre")]
    short = build(text, lock, told(VISIT_QUOTE))
    assert f"    quote: {VISIT_QUOTE}\n" in (short.text or "")


def test_an_event_is_known_by_the_first_words_where_the_lock_is_lost() -> None:
    text, _ = first(told(LONG))
    mine = text.replace("Visite à Minsk", "Le service reprend")
    assert "Le service reprend" in mine
    updated = build(mine, None, dataclasses.replace(told(LONG), id="other"))
    assert updated.text == mine
    assert shown(mine, updated.lock) == [LONG]


def test_a_quote_that_a_person_takes_out_is_not_shown() -> None:
    text, lock = first(VISIT)
    without = text.replace(f"    quote: {VISIT_QUOTE}\n", "")
    updated = build(without, lock, VISIT)
    assert updated.text == without
    assert shown(without, lock) == shown(without, updated.lock) == [""]


def test_two_quotes_of_one_article_can_be_told_apart() -> None:
    """A person who takes one out must see which, even where only their ends differ."""
    one, other = changed(VISIT.sources[0], quote=LONG), changed(VISIT.sources[0], quote=NIGHT)
    text, lock = first(changed(VISIT, sources=(one, VISIT.sources[0])))
    assert text.count(f"    quote: {SHORT}\n") == 1
    both = changed(VISIT, sources=(one, other))
    text, lock = first(both)
    start = text.index("  - article: afp-1\n")
    without = text[:start] + text[text.index("  - article", start + 5) :]
    updated = build(without, lock, both)
    assert updated.text == without
    assert shown(without, updated.lock) == [NIGHT]


@pytest.mark.parametrize("quote", [f"    quote: {SHORT}\n", f"    quote: {LONG}\n"])
def test_a_source_that_a_person_moves_to_another_event_keeps_its_quote(quote: str) -> None:
    long = changed(STRIKE, sources=(changed(STRIKE.sources[0], quote=LONG),))
    text, lock = first(VISIT, long)
    merged = text[: text.index("\n- id: strike")] + "  - article: afp-2\n" + quote
    assert shown(merged, lock) == [VISIT_QUOTE, LONG], "at once"
    updated = build(merged, lock, VISIT, long)
    assert updated.text == merged
    assert shown(merged, updated.lock) == [VISIT_QUOTE, LONG]
    assert build(merged, updated.lock, VISIT, long).lock == updated.lock
    parted = text.replace("- id: strike\n  date:", "- date:")
    updated = build(parted, lock, VISIT, long)
    assert updated.text == parted
    assert LONG in shown(parted, updated.lock)


def test_a_long_quote_of_a_former_version_stays_in_the_file() -> None:
    text, lock = first(told(LONG))
    text = text.replace(SHORT, f'"{LONG}"')
    lock = lock.replace(f'"quote": "{SHORT}"', f'"quote": "{LONG}"').replace(f', "quote": "{LONG}", "ev', ', "ev')
    assert build(text, lock, told(LONG)).text == text
    assert build(text, lock, told(NIGHT)).text == text.replace(LONG, NIGHT).replace("édition a", "édition b")


@pytest.mark.parametrize("former", FORMER, ids=["14 code points", "up to the fourth long word", "80 code points"])
def test_the_longer_first_words_of_a_former_version_stay_until_the_file_is_tidied(former: str) -> None:
    short, new = first(told(LONG))
    text, lock = short.replace(SHORT, former), new.replace(f'"{SHORT}"', f'"{former}"')
    assert shown(text, lock) == [LONG]
    updated = build(text, lock, told(LONG))
    assert (updated.text, updated.lock) == (text, lock)
    reworded = build(text, lock, told(LONG.replace("Le ministre", "La ministre")))
    assert f"    quote: La{former[2:]}\n" in (reworded.text or "")
    assert build(text, None, told(LONG)).text == text, "known without the lock, too"
    tidied = tidy(text, lock, understand=understand)
    assert tidied.text == (text if len(former) <= 40 else short), "short enough already"
    assert shown(tidied.text, tidied.lock) == [LONG]


def test_a_sentence_that_a_former_version_had_whole_stays_whole_until_the_file_is_tidied() -> None:
    sentence = "Le ministre a dit lundi que les cheminots reprendraient le service."
    short, new = first(told(sentence))
    text, lock = short.replace(SHORT, sentence), new.replace(f'"{SHORT}"', f'"{sentence}"')
    assert build(text, lock, told(sentence)).text == text
    reworded = build(text, lock, told(sentence.replace("Le ministre", "La ministre")))
    assert f"    quote: La{sentence[2:]}\n" in (reworded.text or "")
    longer = build(text, lock, told(LONG.replace("Le ministre", "La ministre")))
    assert f"    quote: La{FORMER[1][2:]}\n" in (longer.text or ""), "cut as that version cut"
    tidied = tidy(text, lock, understand=understand)
    assert tidied.text == short
    assert shown(tidied.text, tidied.lock) == [sentence]


def test_a_quote_that_a_former_version_left_out_stays_out_until_the_file_is_tidied() -> None:
    text, lock = first(told(LONG))
    without, old = text.replace(f"    quote: {SHORT}\n", ""), lock.replace(f', "quote": "{SHORT}"}}', "}", 1)
    assert shown(without, old) == [LONG]
    updated = build(without, old, told(NIGHT))
    assert updated.text == without
    assert shown(without, updated.lock) == [NIGHT]
    tidied = tidy(without, updated.lock, understand=understand)
    assert tidied.text == text
    assert shown(tidied.text, tidied.lock) == [NIGHT]
    assert build(tidied.text, tidied.lock, told(NIGHT)).text == tidied.text


OLD = """\
title: Essai
language: fr
# édition a : dit de quelle version part votre copie ; laissez cette ligne
events:
- id: visit
  date: 2022-12-19
  title: Visite à Minsk
  status: asserted
  sources:
  - article: afp-1
    quote: {long}
    because: compté de afp-1
  - article: afp-2
    quote: {mine}
    because: le mien  # sûr

- id: strike
  date: 2022-12-20
  title: "Grève : les cheminots"
  status: asserted  # à moi
"""


def test_fmt_moves_what_a_former_version_spelled_out_into_the_lock() -> None:
    """Its own only: what a person wrote, or put a comment on, stays; the pages tell the same."""
    sources = (changed(VISIT.sources[0], quote=LONG), dataclasses.replace(STRIKE.sources[0], date="2022-12-19"))
    machine = (changed(VISIT, people=(), sources=sources), changed(STRIKE, sources=()))
    lock = dump_lock(
        Lock(
            {
                "visit": Record(
                    ours={"date": "2022-12-19", "title": "Visite à Minsk", "status": "asserted"},
                    sources=(
                        SourceRecord({"article": "afp-1", "quote": LONG, "because": "compté de afp-1"}),
                        SourceRecord({"article": "afp-2", "quote": STRIKE_QUOTE, "because": "compté de afp-2"}),
                    ),
                ),
                "strike": Record(ours={"date": "2022-12-20", "title": "Grève : les cheminots", "status": "asserted"}),
            },
            edition="a",
        )
    )
    text = OLD.format(long=LONG, mine=LONG.replace("ministre", "Premier ministre"))
    before = build(text, lock, *machine)
    assert before.text == text, "an existing file stays as it is"
    tidied = tidy(text, before.lock, understand=understand)
    assert sorted(difference(text, tidied.text or "")) == [
        f"+     quote: {SHORT}",
        "-     because: compté de afp-1",
        f"-     quote: {LONG}",
        "-   status: asserted",
    ]
    assert to_timeline(read(tidied.text or ""), tidied.lock, []).entries == tuple(
        changed(one, line=now.line)
        for one, now in zip(
            to_timeline(read(text), before.lock, []).entries, read(tidied.text or "").items, strict=True
        )
    )
    after = build(tidied.text, tidied.lock, *machine)
    assert (after.text, after.lock) == (tidied.text, tidied.lock), "and the next update changes nothing"
    assert tidy(after.text, after.lock, understand=understand).text == after.text
