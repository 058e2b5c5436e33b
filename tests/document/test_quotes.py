"""Long quotes live in the lock: the file stays short, the pages show them, and a person's own stand in the file."""

from __future__ import annotations

import dataclasses

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
    understand,
)
from timeline.document import Lock, accept, tidy, to_timeline
from timeline.document.lock import Record, SourceRecord, dump_lock

LONG = (
    "Le ministre a dit lundi que les cheminots, qui avaient cessé le travail la veille, reprendraient le service." * 4
)


def test_a_long_quote_lives_in_the_lock_and_a_persons_stays_in_the_file() -> None:
    long = changed(VISIT, sources=(changed(VISIT.sources[0], quote=LONG),))
    text, lock = first(long)
    assert "quote" not in text
    assert shown(text, lock) == [LONG]
    reworded = changed(VISIT, sources=(changed(VISIT.sources[0], quote=LONG.replace("veille", "nuit")),))
    later = build(text, lock, reworded)
    assert later.text == text, "the file has nothing of it"
    assert shown(text, later.lock) == [LONG.replace("veille", "nuit")]
    mine = text.rstrip() + "\n    quote: ce que je cite\n"
    updated = build(mine, lock, long)
    assert updated.text == mine
    assert shown(mine, updated.lock) == ["ce que je cite"]
    back = accept(mine, updated.lock, "visit", understand=understand)
    assert (back.text or "").rstrip() == text.rstrip()
    assert shown(back.text, back.lock) == [LONG]


def test_a_quote_that_a_person_takes_out_is_not_shown() -> None:
    text, lock = first(VISIT)
    without = text.replace(f"    quote: {VISIT_QUOTE}\n", "")
    updated = build(without, lock, VISIT)
    assert updated.text == without
    assert shown(without, lock) == shown(without, updated.lock) == [""]


def test_two_quotes_of_one_article_stand_in_the_file() -> None:
    """A person who takes one out must see which."""
    both = changed(VISIT, sources=(changed(VISIT.sources[0], quote=LONG), VISIT.sources[0]))
    text, lock = first(both)
    start = text.index("  - article: afp-1\n    quote: >-")
    assert LONG[:40] in text
    without = text[:start] + text[text.index("  - article", start + 5) :]
    assert shown(without, build(without, lock, both).lock) == [VISIT_QUOTE]


def test_a_source_that_a_person_moves_to_another_event_keeps_its_quote() -> None:
    long = changed(STRIKE, sources=(changed(STRIKE.sources[0], quote=LONG),))
    text, lock = first(VISIT, long)
    merged = text[: text.index("\n- id: strike")] + "  - article: afp-2\n"
    assert shown(merged, lock) == [VISIT_QUOTE, LONG], "at once"
    updated = build(merged, lock, VISIT, long)
    assert updated.text == merged
    assert shown(merged, updated.lock) == [VISIT_QUOTE, LONG]
    assert build(merged, updated.lock, VISIT, long).lock == updated.lock


def test_a_long_quote_of_a_former_version_stays_in_the_file() -> None:
    long = changed(VISIT, sources=(changed(VISIT.sources[0], quote=LONG),))
    text, lock = first(long)
    text = text.rstrip() + f'\n    quote: "{LONG}"\n'
    lock = lock.replace('"article": "afp-1"', f'"article": "afp-1", "quote": "{LONG}"').replace(
        f', "quote": "{LONG}", "ev', ', "ev'
    )
    assert build(text, lock, long).text == text
    reworded = changed(VISIT, sources=(changed(VISIT.sources[0], quote=LONG.replace("veille", "nuit")),))
    assert build(text, lock, reworded).text == text.replace("veille", "nuit").replace("édition a", "édition b")


def shown(text: str | None, lock: str | None) -> list[str]:
    """The quotes that the pages show."""
    return [source.quote for entry in to_timeline(read(text or ""), lock, []).entries for source in entry.sources]


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
    assert difference(text, tidied.text or "") == [
        "-   status: asserted",
        f"-     quote: {LONG}",
        "-     because: compté de afp-1",
    ]
    assert to_timeline(read(tidied.text or ""), tidied.lock, []).entries == tuple(
        changed(one, line=now.line)
        for one, now in zip(
            to_timeline(read(text), before.lock, []).entries, read(tidied.text or "").entries, strict=True
        )
    )
    after = build(tidied.text, tidied.lock, *machine)
    assert (after.text, after.lock) == (tidied.text, tidied.lock), "and the next update changes nothing"
    assert tidy(after.text, after.lock, understand=understand).text == after.text
