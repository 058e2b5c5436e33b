"""Two branches edit one timeline and update it; git merges file and lock; the next update loses no edit."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import examples
from tests.document.examples import build, changed, entry, first, read
from timeline.document import load_lock
from timeline.model import Entry, Source

WORDS = "grève police maire pont école tempête procès avion lycée usine port musée traité budget virus forêt"
ARTICLES = frozenset({f"a{number}" for number in range(40)})


def told(number: int) -> Entry:
    what = " ".join(random.Random(number).sample(WORDS.split(), 4))
    day = f"20{10 + number % 12}-0{1 + number % 9}-1{number % 10}"
    return entry(f"{number * 7919 % 65536:04x}", day, f"Titre {what} {number}", (f"a{number}", f"Il y a eu {what}."))


BASE = [told(number) for number in range(14)]
TEXT, LOCK = first(*BASE)
IDS = [one.id for one in read(TEXT).entries]


class Branch:
    """What one person does in a branch, and what they were promised."""

    def __init__(self, draw: random.Random, ids: list[str], machine: list[Entry]) -> None:
        self.text, self.lock = TEXT, LOCK
        self.titles: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.comments: list[str] = []
        for id_ in ids:
            draw.choice([self.retitle, self.retitle, self.delete, self.comment])(id_)
        updated = build(self.text, self.lock, *machine, articles=ARTICLES)
        self.text, self.lock = updated.text or "", updated.lock or ""

    def retitle(self, id_: str) -> None:
        self.titles[id_] = f"Le mien {id_}"
        self.text = re.sub(rf"(- id: \"?{id_}\"?\n  date: .*\n  title: ).*", rf"\g<1>{self.titles[id_]}", self.text)

    def delete(self, id_: str) -> None:
        self.deleted.add(id_)
        self.text = re.sub(rf"(?m)^- id: \"?{id_}\"?\n(?:  .*\n)+\n?", "", self.text)

    def comment(self, id_: str) -> None:
        self.comments.append(f"# à revoir {id_}")
        self.text = re.sub(rf"(- id: \"?{id_}\"?\n)", rf"\1  {self.comments[-1]}\n", self.text)


def merged(folder: Path, name: str, ours: str, base: str, theirs: str, *flags: str) -> tuple[str, bool]:
    """What git makes of two versions of a file, and whether they conflict."""
    paths = [folder / f"{name}.{side}" for side in ("ours", "base", "theirs")]
    for path, text in zip(paths, (ours, base, theirs), strict=True):
        path.write_text(text, "utf-8")
    done = subprocess.run(["git", "merge-file", "-p", *flags, *paths], capture_output=True, check=False)
    assert 0 <= done.returncode < 128, done.stderr
    return done.stdout.decode(), done.returncode != 0


def check_kept(text: str, *branches: Branch) -> None:
    titles = {one.id: one.title for one in read(text).entries}
    for branch in branches:
        assert branch.titles.items() <= titles.items()
        assert not branch.deleted & set(titles), "a deleted event came back"
        assert all(text.count(comment) == 1 for comment in branch.comments)


def test_branches_that_edit_different_events_merge_cleanly(tmp_path: Path) -> None:
    for seed in range(examples(25, 200)):
        draw = random.Random(seed)
        chosen = draw.sample(IDS[::2], draw.randint(2, 7))
        half = draw.randint(1, len(chosen) - 1)
        one, other = Branch(draw, chosen[:half], BASE), Branch(draw, chosen[half:], BASE)
        text, conflict = merged(tmp_path, "yaml", one.text, TEXT, other.text)
        lock, lock_conflict = merged(tmp_path, "lock", one.lock, LOCK, other.lock)
        assert not conflict
        assert not lock_conflict
        updated = build(text, lock, *BASE, articles=ARTICLES)
        assert updated.text == text, "nothing is to be done"
        check_kept(text, one, other)
        records = load_lock(updated.lock).records
        theirs = {id_: set(record.theirs) for id_, record in records.items() if record.theirs}
        assert theirs == {id_: {"title"} for id_ in one.titles | other.titles}, "nothing else counts as a person's"
        assert (updated.lock or "") == build(text, updated.lock, *BASE, articles=ARTICLES).lock


@pytest.mark.parametrize("flags", [(), ("--diff3",), ("--union",)])
def test_branches_that_both_add_articles_lose_nothing(tmp_path: Path, flags: tuple[str, ...]) -> None:
    """Where both put a record at one place, git leaves marks in the lock, or both lines: it is read as both."""
    for seed in range(examples(7, 70)):
        draw = random.Random(seed)
        chosen = draw.sample(IDS[::2], 6)
        mine, yours = [*BASE, told(14 + seed % 5), told(20)], [*BASE, told(21 + seed % 5), told(30)]
        one, other = Branch(draw, chosen[:3], mine), Branch(draw, chosen[3:], yours)
        text, conflict = merged(tmp_path, "yaml", one.text, TEXT, other.text)
        if conflict:  # both wrote an event at one place of the file: a person keeps both
            text = re.sub(r"<<<<<<<.*\n((?s:.)*?)=======\n((?s:.)*?)>>>>>>>.*\n", r"\1\n\2", text)
            for branch in (one, other):  # and with them an event that the other one deleted there
                branch.deleted -= {standing.id for standing in read(text).entries}
        lock, _ = merged(tmp_path, "lock", one.lock, LOCK, other.lock, *flags)
        every = [*mine, *yours[-2:], told(35)]
        updated = build(text, lock, *every, articles=ARTICLES)
        check_kept(updated.text or "", one, other)
        gone = one.deleted | other.deleted
        assert {one.id for one in read(updated.text or "").entries} == {event.id for event in every} - gone
        assert updated.report.held == ()
        again = build(updated.text, updated.lock, *every, articles=ARTICLES)
        assert (again.text, again.lock) == (updated.text, updated.lock)


def test_a_lock_of_one_branch_alone_costs_no_edit(tmp_path: Path) -> None:
    draw = random.Random(1)
    one, other = Branch(draw, IDS[:6:2], BASE), Branch(draw, IDS[6:12:2], [*BASE, told(20)])
    text, _ = merged(tmp_path, "yaml", one.text, TEXT, other.text)
    for lock in (one.lock, other.lock):
        updated = build(text, lock, *BASE, told(20), articles=ARTICLES)
        check_kept(updated.text or "", one, other)


def test_a_lock_of_one_branch_alone_withholds_only_what_the_other_may_have_deleted(tmp_path: Path) -> None:
    """Each branch read an article; the other one's lock does not know it, nor what was deleted of it."""
    hidden = changed(told(21), id="beef", sources=(Source("a20", "Il y a eu autre chose."),))
    one = Branch(random.Random(1), IDS[:4:2], [*BASE, told(31)])
    other = Branch(random.Random(2), [], [*BASE, told(20), hidden])
    without = re.sub(r"(?m)^- id: beef\n(?:  .*\n)+\n?", "", other.text)
    theirs = build(without, other.lock, *BASE, told(20), hidden, articles=ARTICLES)
    text, conflict = merged(tmp_path, "yaml", one.text, TEXT, theirs.text or "")
    assert not conflict
    machine = [*BASE, told(31), told(20), hidden, told(33)]
    after = build(text, one.lock, *machine, articles=ARTICLES)
    assert [after.report.held, after.report.added] == [("beef",), (told(33).id,)]
    assert build(after.text, after.lock, *machine, articles=ARTICLES).text == after.text


def test_both_branches_retitle_one_event(tmp_path: Path) -> None:
    one, other = Branch(random.Random(0), [], BASE), Branch(random.Random(0), [], BASE)
    for branch, title in ((one, "D’ici"), (other, "De là")):
        updated = build(TEXT.replace(BASE[0].title, title), LOCK, *BASE, articles=ARTICLES)
        branch.text, branch.lock = updated.text or "", updated.lock or ""
    lock, conflict = merged(tmp_path, "lock", one.lock, LOCK, other.lock)
    assert conflict
    for text in (one.text, other.text):
        updated = build(text, lock, changed(BASE[0], title="Autrement"), *BASE[1:], articles=ARTICLES)
        assert updated.text == text
        assert [id_ for id_, record in load_lock(updated.lock).records.items() if record.theirs] == [BASE[0].id]
