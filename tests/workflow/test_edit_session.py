"""Acts on files: written at once, undone to the byte, refused where the file changed since; an update keeps them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.document.examples import STRIKE, VISIT, build, changed, entry, read
from timeline import document
from timeline.document import store
from timeline.document.commands.acts.types import Accept, Act, Add, Mark, Merge, Redate, Rename, Retitle, Split, Take
from timeline.model import Entry
from timeline.workflow.editing.session import Session, Stale
from timeline.workflow.editing.view import View
from timeline.workflow.stopped import Stopped

TEXT = """\
title: Essai
language: fr
events:
# vérifié
- id: a
  date: 2022-12-19
  title: Visite à Minsk
  sources:
  - article: x
    quote: Une visite.

- id: b
  date: 2022-12-20
  title: Grève  # du Monde
  sources:
  - url: https://e.org/1
  - url: https://e.org/2
"""
CANDIDATES = "title: Autres\nevents:\n- id: q\n  date: 2022-12-21\n  title: Écartée\n"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "timeline.yaml"
    path.write_bytes(TEXT.encode())
    path.with_suffix(".candidates.yaml").write_text(CANDIDATES, encoding="utf-8")
    return Session(path)


def version(session: Session) -> str:
    return session.version


@pytest.mark.parametrize(
    "act",
    [
        Mark("a", "confirmed"),
        Mark("b", "hidden"),
        Retitle("b", "Grève générale"),
        Redate("a", "21 mars 2022"),
        Redate("a", "March 21, 2022"),
        Rename("a", "Jeanne Moreau", "Minsk\nBrest"),
        Merge("b", "a"),
        Split("b", "Reprise", "2022-12-22", (1,)),
        Add("Voeux", "1er janvier 2023"),
        Take("q", CANDIDATES),
    ],
)
def test_an_act_is_in_the_file_at_once_and_undone_to_the_byte(session: Session, act: Act) -> None:
    done = session.act(version(session), act)
    after = session.path.read_bytes()
    assert after != TEXT.encode()
    assert done.version == version(session)
    assert session.labels(session.standing()) == (done.said, "")
    undone = session.undo(done.version)
    assert session.path.read_bytes() == TEXT.encode()
    assert done.said in undone.said
    assert session.redo(undone.version).version == done.version
    assert session.path.read_bytes() == after
    assert list(session.path.parent.glob(".*.tmp")) == []


def test_dates_in_french_and_in_english(session: Session) -> None:
    for text in ("lundi 21 mars 2022", "March 21, 2022", "2022-03-21"):
        read = session.read_date(text)
        assert (read.words, read.edtf) == ("lundi 21 mars 2022", "2022-03-21")


def test_acts_are_undone_one_after_the_other_and_a_new_one_forgets_what_was_undone(session: Session) -> None:
    seen = [session.path.read_bytes()]
    for title in ("Un", "Deux", "Trois"):
        session.act(version(session), Retitle("a", title))
        seen.append(session.path.read_bytes())
    for expected in reversed(seen[:-1]):
        session.undo(version(session))
        assert session.path.read_bytes() == expected
    session.redo(version(session))
    session.act(version(session), Retitle("b", "Autre"))
    with pytest.raises(Stopped, match="rien à rétablir"):
        session.redo(version(session))


def test_a_file_that_was_saved_elsewhere_is_not_touched(session: Session) -> None:
    shown = version(session)
    done = session.act(shown, Retitle("a", "Un"))
    saved = session.path.read_bytes() + b"# d'un autre\n"
    session.path.write_bytes(saved)
    for stale in (shown, done.version):
        with pytest.raises(Stale):
            session.act(stale, Retitle("a", "Deux"))
        with pytest.raises(Stale):
            session.undo(stale)
    with pytest.raises(Stopped, match="rien à annuler"):  # the page is fresh, but the act is no longer what stands
        session.undo(version(session))
    assert session.labels(session.standing()) == ("", "")
    assert session.path.read_bytes() == saved


def test_what_changes_nothing_writes_nothing_and_is_not_undone(session: Session) -> None:
    done = session.act(version(session), Retitle("a", "Visite à Minsk"))
    assert done.version == version(session)
    assert session.labels(session.standing()) == ("", "")


def test_a_read_only_file_is_told_and_not_replaced(session: Session) -> None:
    session.path.chmod(0o444)
    with pytest.raises(Stopped) as stopped:
        session.act(session.version, Retitle("a", "Un"))
    assert "lecture seule" in str(stopped.value)
    assert session.path.read_bytes() == TEXT.encode()
    assert session.labels(session.standing()) == ("", "")


def test_an_act_waits_for_a_build_and_then_tells_who_builds(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.workflow.editing.session._WAIT", 0.05)
    with store.exclusive(session.path), pytest.raises(Stopped):
        session.act(session.version, Retitle("a", "Un"))
    assert session.path.read_bytes() == TEXT.encode()


def test_a_broken_file_is_told(session: Session) -> None:
    session.path.write_text("events: [", encoding="utf-8")
    with pytest.raises(Stopped):
        session.standing()


def test_what_the_page_is_told(session: Session) -> None:
    session.act(version(session), Mark("a", "hidden"))
    view = View(session)
    state = view.state()
    assert [event["id"] for event in state["events"]] == ["b"]
    assert [event["id"] for event in state["hidden"]] == ["a"]
    assert state["candidates"] == [{"id": "q", "title": "Écartée", "when": "mercredi 21 décembre 2022"}]
    assert view.event("q") is not None
    assert view.event("nowhere") is None
    event = view.event("a")
    assert event is not None
    assert event["sources"] == [{"name": "x", "quote": "Une visite.", "because": "", "date": ""}]
    session.act(version(session), Take("q", session.candidates()))
    assert view.state()["candidates"] == []


def told(path: Path, *entries: Entry) -> None:
    """An update with what the machine finds now."""
    lock = path.with_suffix(".lock")
    text, known = (one.read_text(encoding="utf-8") if one.exists() else None for one in (path, lock))
    updated = build(text, known, *entries)
    path.write_text(updated.text or "", encoding="utf-8")
    lock.write_text(updated.lock or "", encoding="utf-8")


def test_an_update_keeps_what_was_done_in_the_browser(tmp_path: Path) -> None:
    path = tmp_path / "timeline.yaml"
    third = entry("vote", "2022-12-21", "Vote du budget", ("afp-3", "Le budget est voté."))
    told(path, VISIT, STRIKE, third)
    session = Session(path)
    session.act(session.version, Retitle("visit", "Mon titre"))
    session.act(session.version, Redate("visit", "1er décembre 2022"))
    session.act(session.version, Merge("strike", "visit"))
    session.act(session.version, Rename("visit", "", "Minsk"))
    session.act(session.version, Mark("vote", "hidden"))
    added = session.act(session.version, Add("Mon événement", "2021")).id
    before = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    again = changed(VISIT, date="2022-12-18", title="Une visite à Minsk")
    for machine in ((VISIT, STRIKE, third), (again, STRIKE, third), (again, STRIKE, third)):
        told(path, *machine)
    after = path.read_text(encoding="utf-8")
    assert [line for line in before if line not in after.splitlines()] == []
    assert [item.id for item in read(after).items] == [added, "visit", "vote"]
    assert after.count(STRIKE.sources[0].quote) == 1
    visit = read(after).items[1].entry
    assert (visit.people, visit.places) == ((), ("Minsk",))
    lock = document.load_lock(path.with_suffix(".lock").read_text(encoding="utf-8"))
    assert lock is not None
    assert lock.redirects == {"strike": "visit"}  # its permalink leads on


LONG = "Les cheminots ont cessé le travail " + "dans toute la France " * 4 + "mardi."


def test_a_source_takes_the_quote_along_that_the_lock_keeps(tmp_path: Path) -> None:
    path = tmp_path / "timeline.yaml"
    strike = changed(STRIKE, sources=(replace(STRIKE.sources[0], article="afp-1", quote=LONG),))
    told(path, VISIT, strike)
    assert "mardi" not in path.read_text(encoding="utf-8")
    session = Session(path)
    event = View(session).event("strike")
    assert event is not None
    assert event["sources"][0]["quote"] == LONG
    session.act(session.version, Merge("strike", "visit"))  # which cites the same article
    for _ in range(2):
        (item,) = read(path.read_text(encoding="utf-8")).items
        assert [source.get("quote") for source in item.sources] == [VISIT.sources[0].quote, LONG]
        told(path, VISIT, strike)
    lock = document.load_lock(path.with_suffix(".lock").read_text(encoding="utf-8"))
    assert lock is not None
    assert lock.redirects == {"strike": "visit"}


def test_the_machines_word_is_taken_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "timeline.yaml"
    told(path, VISIT, STRIKE)
    session = Session(path)
    session.act(session.version, Redate("visit", "2022-12-01"))
    told(path, changed(VISIT, date="2022-12-18"), STRIKE)
    files = path.read_bytes(), path.with_suffix(".lock").read_bytes()
    (look,) = [one for one in View(session).state()["queue"] if one["disagreements"]]
    (disagreement,) = look["disagreements"]
    assert (look["id"], disagreement["theirs"], disagreement["ours"]) == ("visit", "2022-12-01", "2022-12-18")
    session.act(session.version, Accept("visit", "date"))
    assert "date: 2022-12-18" in path.read_text(encoding="utf-8")
    session.undo(session.version)
    assert (path.read_bytes(), path.with_suffix(".lock").read_bytes()) == files
