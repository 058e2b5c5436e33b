"""Who wins, field by field and event by event."""

from __future__ import annotations

import pytest

from tests.document.examples import (
    ARTICLES,
    STRIKE,
    STRIKE_QUOTE,
    VISIT,
    VISIT_QUOTE,
    build,
    changed,
    difference,
    entry,
    first,
    read,
    titles,
    understand,
)
from timeline.document import Extraction, FileTexts, load_lock, to_timeline, update
from timeline.document.commands.check import disagreements
from timeline.model import Source, Status

FIRST = """\
# yaml-language-server: $schema=timeline.schema.json
# Tout peut être corrigé ici à la main : ce que vous changez reste à vous.
# Un événement effacé ne revient pas ; vos commentaires restent en place.
title: Essai
language: fr

# édition a : dit de quelle version part votre copie ; laissez cette ligne
events:
- id: visit
  date: 2022-12-19
  title: Visite à Minsk
  people: [Vladimir Poutine]
  sources:
  - article: afp-1
    quote: Poutine a rendu visite lundi à Minsk.

- id: strike
  date: 2022-12-20
  title: "Grève : les cheminots"
  sources:
  - article: afp-2
    quote: Les cheminots ont fait grève mardi.
"""


def test_the_first_file() -> None:
    assert first(STRIKE, VISIT)[0] == FIRST


def test_the_same_again_changes_nothing() -> None:
    text, lock = first(VISIT, STRIKE)
    again = build(text, lock, STRIKE, VISIT)
    assert (again.text, again.lock) == (text, lock)


@pytest.mark.parametrize(
    ("machine", "lines"),
    [
        (
            changed(VISIT, title="Visite : Minsk"),
            ["-   title: Visite à Minsk", '+   title: "Visite : Minsk"'],
        ),
        (changed(VISIT, status=Status.REPORTED), ["+   status: reported"]),
        (changed(VISIT, ongoing=True), ["+   ongoing: true"]),
        (changed(VISIT, people=()), ["-   people: [Vladimir Poutine]"]),
        (changed(VISIT, places=("Minsk",)), ["+   places: [Minsk]"]),
        (
            changed(VISIT, people=("A, B", "no")),
            ["-   people: [Vladimir Poutine]", '+   people: ["A, B", "no"]'],
        ),
        (
            changed(VISIT, sources=(*VISIT.sources, Source("afp-3", "Lundi, dit-on.", "lundi", "2022-12-19"))),
            ["+   - article: afp-3", "+     quote: Lundi, dit-on."],
        ),
    ],
)
def test_what_nobody_touched_is_updated_and_nothing_else(machine, lines) -> None:
    text, lock = first(VISIT, STRIKE)
    updated = build(text, lock, machine, STRIKE)
    assert difference(text, updated.text) == lines
    assert updated.report.changed == ("visit",)
    assert build(updated.text, updated.lock, machine, STRIKE).text == updated.text


def test_what_a_person_changed_is_theirs_for_ever() -> None:
    text, lock = first(VISIT)
    text = text.replace("Visite à Minsk", "Poutine chez Loukachenko").replace("[Vladimir Poutine]", "[Poutine]")
    for title in ("Voyage à Minsk", "Poutine chez Loukachenko", "Encore autre chose"):
        updated = build(text, lock, changed(VISIT, title=title))
        assert updated.text == text
        lock = updated.lock
    (found,) = disagreements(read(text), lock)
    assert (found.field, found.theirs, found.ours) == ("title", "Poutine chez Loukachenko", "Encore autre chose")
    assert (found.id, found.why, found.line) == ("visit", "compté de afp-1", 9)


def test_a_field_taken_out_stays_out() -> None:
    text, lock = first(VISIT)
    text = text.replace("  people: [Vladimir Poutine]\n", "")
    updated = build(text, lock, changed(VISIT, people=("Vladimir Poutine", "Alexandre Loukachenko")))
    assert updated.text == text


def test_a_deleted_event_stays_deleted_and_its_id_is_not_used_again() -> None:
    text, lock = first(VISIT, STRIKE)
    without = text[: text.index("- id: strike")].rstrip() + "\n"
    updated = build(without, lock, VISIT, changed(STRIKE, title="Grève des cheminots"))
    assert updated.text == without
    assert updated.report.deleted == ("strike",)
    other = entry("strike", "2023-02-01", "Tout autre chose", ("afp-3", "Une école a brûlé à Lyon mercredi."))
    later = build(updated.text, updated.lock, VISIT, changed(STRIKE, id="strike-2"), other)
    assert "Tout autre chose" in titles(later.text)
    assert "strike" not in {one.id for one in read(later.text).entries}


def test_an_added_event_is_left_alone_with_or_without_an_id() -> None:
    text, lock = first(VISIT)
    text += "\n- date: mars 2020   # de mémoire\n  title: À moi\n\n- {id: mine, date: 2021, title: Aussi à moi}\n"
    updated = build(text, lock, VISIT)
    assert updated.text == text
    nameless = to_timeline(read(text), updated.lock, []).entries[0].id
    renamed = text.replace("À moi", "À moi, mieux dit")
    later = build(renamed, updated.lock, VISIT)
    assert later.text == renamed
    assert to_timeline(read(renamed), later.lock, []).entries[0].id == nameless


def test_an_event_whose_article_is_gone_is_kept_and_told() -> None:
    text, lock = first(VISIT, STRIKE)
    updated = build(text, lock, VISIT, articles=ARTICLES - {"afp-2"})
    assert updated.text == text
    assert updated.report.orphaned == ("strike",)


def test_an_event_that_its_article_tells_no_more_goes_unless_somebody_touched_it() -> None:
    text, lock = first(VISIT, STRIKE)
    assert titles(build(text, lock, VISIT).text) == ["Visite à Minsk"]
    for touched in (
        text.replace("- id: strike", "# à garder\n- id: strike"),
        text.replace("Grève : les cheminots", "Grève"),
        text.replace("- id: strike", "- tags: [sncf]\n  id: strike"),
        text.replace("grève mardi", "grève hier"),
        text + "  # relu\n",
    ):
        updated = build(touched, lock, VISIT)
        assert updated.text == touched
        assert updated.report.unreported == ("strike",)


def test_what_went_comes_back_under_its_id() -> None:
    text, lock = first(VISIT, STRIKE)
    gone = build(text, lock, VISIT)
    back = build(gone.text, gone.lock, VISIT, changed(STRIKE, id="other-id"))
    assert difference(text, back.text) == []


def test_without_articles_nothing_is_taken_out() -> None:
    text, lock = first(VISIT, STRIKE)
    assert build(text, lock, VISIT, articles=None).text == text


@pytest.mark.parametrize("lost", [None, "", "{}", "<<<<<<< HEAD", '{"version": 99}', '{"version":1,"events":[]}'])
def test_a_lost_lock_costs_no_edit(lost: str | None) -> None:
    text, _ = first(VISIT, STRIKE)
    text = text[: text.index("- id: strike")].replace("  people: [Vladimir Poutine]\n", "")
    updated = build(text, lost, changed(VISIT, title="Autrement"), STRIKE)
    assert updated.text == text
    assert updated.report.lock_lost
    assert updated.report.held == ("strike",)
    later = build(updated.text, updated.lock, changed(VISIT, title="Autrement"), STRIKE)
    assert later.text == text
    assert {found.field for found in disagreements(read(text), later.lock)} == {"title", "people"}


def test_an_old_lock_brings_nothing_back() -> None:
    _, old = first(VISIT)
    text, _ = first(VISIT, STRIKE, entry("fire", "2022-12-21", "Incendie", ("afp-3", "Une école a brûlé.")))
    start, end = text.index("- id: strike"), text.index("- id: fire")
    without = text[:start] + text[end:]
    updated = build(
        without, old, VISIT, STRIKE, entry("fire", "2022-12-21", "Incendie", ("afp-3", "Une école a brûlé."))
    )
    assert updated.text == without
    assert updated.report.held == ("strike",)


def test_two_events_merged_by_hand_stay_so() -> None:
    text, lock = first(VISIT, STRIKE)
    block = "  - article: afp-2\n    quote: " + STRIKE_QUOTE + "\n"
    merged = text[: text.index("\n- id: strike")] + block
    updated = build(merged, lock, VISIT, STRIKE)
    assert updated.text == merged
    assert load_lock(updated.lock).redirects == {"strike": "visit"}
    more = changed(STRIKE, sources=(*STRIKE.sources, Source("afp-3", "Pas un train mardi.", "mardi", "2022-12-20")))
    later = build(merged, updated.lock, VISIT, more)
    assert difference(merged, later.text)[0] == "+   - article: afp-3"
    assert titles(later.text) == ["Visite à Minsk"]


def test_an_event_split_by_hand_stays_so() -> None:
    both = changed(VISIT, sources=(*VISIT.sources, Source("afp-2", STRIKE_QUOTE, "mardi", "2022-12-19")))
    text, lock = first(both)
    start = text.index("  - article: afp-2")
    split = text[:start] + "\n- id: mine\n  date: 2022-12-20\n  title: La grève\n  sources:\n" + text[start:]
    updated = build(split, lock, both)
    assert updated.text == split
    reworded = changed(both, sources=(both.sources[0], changed(both.sources[1], quote=STRIKE_QUOTE + " Encore.")))
    assert build(split, updated.lock, reworded).text == split


def test_events_that_the_machine_merges_leave_a_redirect() -> None:
    text, lock = first(VISIT, STRIKE)
    both = changed(VISIT, sources=VISIT.sources + STRIKE.sources)
    updated = build(text, lock, both)
    assert titles(updated.text) == ["Visite à Minsk"]
    assert load_lock(updated.lock).redirects == {"strike": "visit"}


@pytest.mark.parametrize(
    "retold",
    [
        changed(
            VISIT,
            id="x",
            sources=(Source("afp-1", VISIT_QUOTE.replace("Poutine", "Vladimir Poutine"), "l", "2022-12-19"),),
        ),
        changed(VISIT, id="x", sources=(Source("moved", VISIT_QUOTE, "l", "2022-12-19"),)),
        changed(VISIT, id="x", title="Visite de Vladimir Poutine à Minsk"),
        changed(VISIT, id="x", date="2022-12-18"),
    ],
    ids=["reworded", "moved", "retitled", "redated"],
)
def test_an_event_keeps_its_id(retold) -> None:
    text, lock = first(VISIT, STRIKE)
    updated = build(text, lock, STRIKE, retold, articles=ARTICLES | {"moved"})
    assert sorted(one.id for one in read(updated.text).entries) == ["strike", "visit"]


def test_a_look_alike_of_another_day_is_another_event() -> None:
    text, lock = first(STRIKE)
    other = entry(
        "x", "2023-03-07", "Grève : les enseignants", ("afp-3", "Les enseignants ont cessé le travail mardi.")
    )
    assert len(titles(build(text, lock, STRIKE, other).text)) == 2
    assert len(titles(build(text, lock, other, articles=None).text)) == 2


def test_a_confirmed_event_is_changed_no_more() -> None:
    text, lock = first(VISIT)
    text = text.replace("  title: Visite", "  confirmed: oui\n  title: Visite")
    later = build(text, lock, changed(VISIT, title="Autrement", date="2022-12-18"))
    assert difference(text, later.text) == ["+     date: 2022-12-19"]


def test_values_with_comments_or_references_are_left_alone() -> None:
    text, lock = first(VISIT, STRIKE)
    text = text.replace("[Vladimir Poutine]", "\n  - Vladimir Poutine  # le président").replace(
        "people: \n", "people:\n"
    )
    text = text.replace('title: "Grève : les cheminots"', 'title: &g "Grève : les cheminots"')
    machine = changed(VISIT, people=("V. Poutine",)), changed(STRIKE, title="Grève")
    assert build(text, lock, *machine).text == text


def test_events_in_braces_and_brackets_are_patched_in_place() -> None:
    text = "title: x\nevents: [{id: a, date: 2020, title: 'Un'}]  # tous\n"
    updated = build(text, "", VISIT)
    assert titles(updated.text) == ["Un", "Visite à Minsk"]
    assert updated.text.startswith(text[: text.index("]")])
    assert updated.text.endswith("]  # tous\n")
    later = build(updated.text, updated.lock, changed(VISIT, title="À Minsk, hier", people=()))
    assert 'title: "À Minsk, hier"' in later.text
    assert "people" not in later.text


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n",
        "title: x",
        "title: x\nevents:\n",
        "title: x\nevents: []\n",
        "title: x\nevents: [] # ici\nzone: UTC\n",
    ],
)
def test_a_starter_file_is_filled(text: str) -> None:
    updated = build(text, None, VISIT, STRIKE)
    assert titles(updated.text) == ["Visite à Minsk", "Grève : les cheminots"]
    assert "# ici" not in text or "# ici" in updated.text


def test_new_events_go_where_they_belong() -> None:
    text, lock = first(VISIT, STRIKE)
    early = entry("early", "2020", "Avant tout", ("afp-3", "En 2020, rien."))
    between = entry("between", "2022-12-19", "Le même jour", ("afp-3", "Lundi aussi."))
    unknown = entry("unknown", "", "Un jour", ("afp-3", "Un jour, peut-être."))
    updated = build(text, lock, VISIT, STRIKE, unknown, between, early)
    order = ["Avant tout", "Visite à Minsk", "Le même jour", "Grève : les cheminots", "Un jour"]
    assert titles(updated.text) == order
    assert [line for line in difference(text, updated.text) if line.startswith("-")] == []
    assert "date: inconnue" in updated.text


def test_a_broken_file_is_not_written() -> None:
    updated = update(FileTexts("title: a : b\n"), Extraction([VISIT]), understand=understand)
    assert updated.text is None
    assert updated.problems


def test_the_history_tells_who_changed_what() -> None:
    text, lock = first(VISIT, STRIKE)
    assert load_lock(lock).history == ()
    text = text.replace("Visite à Minsk", "Poutine à Minsk")
    updated = build(text, lock, VISIT, changed(STRIKE, date="2022-12-21"))
    changes = load_lock(updated.lock).history
    assert [(one.revision, one.id, one.by, one.field, one.before, one.after) for one in changes] == [
        (1, "visit", "person", "title", "Visite à Minsk", "Poutine à Minsk"),
        (1, "strike", "machine", "date", "2022-12-20", "2022-12-21"),
    ]
    assert build(updated.text, updated.lock, VISIT, changed(STRIKE, date="2022-12-21")).lock == updated.lock


def test_a_date_that_a_person_corrected_is_told_to_the_pages() -> None:
    """At once and after updates; not where they only wrote the same day in words."""
    text, lock = first(changed(VISIT, date="2020-03-01", conflict=True))
    for date, is_corrected in (("2022-12-18", True), ("1er mars 2020", False)):
        mine = text.replace("date: 2020-03-01", f"date: {date}")
        updated = build(mine, lock, changed(VISIT, date="2020-03-01", conflict=True))
        for known in (lock, updated.lock):
            (entry_,) = to_timeline(read(mine), known, []).entries
            assert (entry_.date_corrected, entry_.conflict) == (is_corrected, not is_corrected)


def test_a_file_of_a_former_version_stays_as_it_is() -> None:
    """It spells out what goes without saying now, and the explanations; both go on being updated there."""
    text, lock = first(VISIT)
    old = text.replace("  people:", "  status: asserted\n  people:").rstrip() + "\n    because: compté de afp-1\n"
    old_lock = lock.replace('"ours": {"date"', '"ours": {"status": "asserted", "date"').replace(
        f'"quote": "{VISIT_QUOTE}"', f'"quote": "{VISIT_QUOTE}", "because": "compté de afp-1"'
    )
    same = build(old, old_lock, VISIT)
    assert same.text == old
    assert not any(record.theirs for record in load_lock(same.lock).records.values())
    source = changed(VISIT.sources[0], because="compté autrement")
    later = build(old, same.lock, changed(VISIT, status=Status.REPORTED, sources=(source,)))
    assert difference(old, later.text) == [
        "-   status: asserted",
        "+   status: reported",
        "-     because: compté de afp-1",
        "+     because: compté autrement",
    ]


def test_explanations_live_in_the_lock_and_a_persons_stays_in_the_file() -> None:
    text, lock = first(VISIT)
    assert "because" not in text
    assert to_timeline(read(text), lock, []).entries[0].sources[0].because == "compté de afp-1"
    mine = text.rstrip() + "\n    because: je le sais\n"
    updated = build(mine, lock, VISIT)
    assert updated.text == mine
    assert to_timeline(read(mine), updated.lock, []).entries[0].sources[0].because == "je le sais"


@pytest.mark.parametrize("gone", [{4}, {3, 4}, {2, 3, 4}, {1}, {1, 4}, {0}, {1, 2, 3, 4}], ids=str)
@pytest.mark.parametrize("new", [0, 1, 2])
def test_events_that_come_and_go_leave_one_blank_line_between_events(gone: set[int], new: int) -> None:
    quotes = [
        f"Le navire {name} a coulé lundi." for name in ("Aude", "Berre", "Creuse", "Drôme", "Eure", "Furan", "Gers")
    ]
    told = [
        entry(f"e{place}", f"2022-12-{10 + place}", f"Naufrage {place}", ("afp-1", quote))
        for place, quote in enumerate(quotes)
    ]
    text, lock = first(*told[:5])
    kept = [one for place, one in enumerate(told[:5]) if place not in gone]
    after = build(text, lock, *kept, *told[5 : 5 + new]).text
    assert after is not None
    assert len(titles(after)) == len(kept) + new
    assert "\n\n\n" not in after
    assert not after.endswith("\n\n")
