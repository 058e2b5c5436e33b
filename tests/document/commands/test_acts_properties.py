"""Random acts of an editor in the browser between random findings of the machine: no act is lost, and no comment.

What is promised of quotes: one that an act moves to another event stays there in its words, whatever the machine finds.
One that the machine itself has given that event is the machine's, there or back again after a split: it follows its
article, as it did before the act.
"""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.document.edit_scripts import MACHINE, Machine, understand
from timeline.document import Extraction, FileTexts, Head, parse, to_timeline, update
from timeline.document.commands.acts.perform import perform
from timeline.document.commands.acts.types import Act, Add, Mark, Merge, Redate, Rename, Retitle, Split
from timeline.document.store import Stored
from timeline.workflow.editing.history import Delta

DATES = (
    "2021-03-04",
    "2020",
    "2019-05/2019-07",
    "1er mars 2020",
    "vers 2019",
    "../2022-02",
    "31 février 2020",
    "inconnue",
)
READ = {"1er mars 2020": "2020-03-01", "vers 2019": "2019~", "inconnue": ""}


class Editor:
    """A file between its editor, who uses the page alone, and the machine; and what must stand in it."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.text = ""
        self.lock: str | None = None
        self.promised: dict[str, dict[str, object]] = {}
        self.gone: dict[str, str] = {}
        self.quotes: dict[str, set[str]] = {}
        self.given: dict[str, set[str]] = {}
        """The quotes that the machine has given each event so far."""
        self.build()
        self.comments = [f"# note {n}" for n in range(3)]
        self.text = self.text.replace("\n- id", f"\n{self.comments[0]}\n- id", 1)
        self.text = re.sub(r"(  date: \S+)\n", rf"\1  {self.comments[1]}\n", self.text, count=1)
        self.text = self.text.rstrip("\n") + f"\n  {self.comments[2]}\n"

    def ids(self) -> list[str]:
        read = parse(self.text, understand=understand).document
        assert read is not None
        return [item.id for item in read.items]

    def build(self) -> None:
        """Two updates, of which the second has nothing to do."""
        for turn in range(2):
            articles = frozenset(f"{kind}{n}" for kind in ("art", "moved") for n in range(50))
            made = update(
                FileTexts(self.text or None, self.lock),
                Extraction(list(self.machine.entries.values()), articles),
                understand=understand,
                head=Head(title="T"),
            )
            assert made.text is not None, made.problems
            if turn and self.promised:
                assert made.text == self.text, "the second update has nothing to do"
            self.text, self.lock = made.text, made.lock
        for id_, quotes in self.shown().items():
            self.given.setdefault(id_, set()).update(quotes - self.quotes.get(id_, set()))
        self.check()

    def act(self, kind: int, a: int, b: int) -> None:
        ids = self.ids()
        if not ids:
            return
        one, other = ids[a % len(ids)], ids[b % len(ids)]
        every: tuple[Act, ...] = (
            Mark(one, "confirmed", b % 3 > 0),
            Mark(one, "hidden", b % 3 > 0),
            Retitle(one, f"Mon titre : {b} #{a}"),
            Redate(one, DATES[b % len(DATES)]),
            Rename(one, "Jean Bon\nÉlu : l'autre" if b % 2 else "", f"Ville {a % 3}"),
            Merge(one, other),
            Split(one, f"Scindé {a}.{b}", DATES[a % 3], tuple(range(b % 3))),
            Add(f"Ajouté {a}.{b}", DATES[b % 3], "Un texte.\n\nDeux." if b % 2 else ""),
        )
        self.do(every[kind % len(every)])

    def do(self, act: Act) -> None:
        read = parse(self.text, understand=understand).document
        assert read is not None
        before = self.shown()
        edited = perform(read, self.lock, act, understand=understand)
        if edited.text is None:
            assert edited.problems
            return
        back = Delta.of(Stored(path=Path("timeline.yaml"), text=self.text, digest=""), edited.text).reversed()
        assert back.applied(edited.text) == self.text
        if edited.text == self.text:
            return
        self.text = edited.text
        self.promise(act, edited.id, before)
        self.check()

    def promise(self, act: Act, id_: str, before: dict[str, set[str]]) -> None:
        held = self.promised.setdefault(id_, {})
        self.gone.pop(id_, None)  # what was added and merged before any update may be added again
        match act:
            case Mark(_, field, True):
                held[field] = True
            case Mark(_, field, False):
                held.pop(field, None)  # as the machine wrote it: it may take the event out
            case Retitle(_, title):
                held["title"] = title
            case Redate(_, date):
                held["date"] = READ.get(date, date)
            case Rename(_, people, places):
                held["people"], held["places"] = tuple(people.split("\n")) if people else (), (places,)
            case Merge(gone, into):
                self.gone[gone] = into
                self.promised.pop(gone, None)
                for names in ("people", "places"):  # it gains those of the other
                    held.pop(names, None)
                moved = before[gone] | self.quotes.pop(gone, set())
                self.quotes[into] = self.quotes.get(into, set()) | moved - self.given.get(into, set())
            case Add(title=title):
                held["title"] = title
            case Split(one, title, _, _):
                held["title"] = title
                self.quotes[id_] = before[one] - self.shown()[one] or before[one]
                self.quotes[one] = self.quotes.get(one, set()) & self.shown()[one]

    def shown(self) -> dict[str, set[str]]:
        """The quotes of each event, as its page shows them."""
        read = parse(self.text, understand=understand).document
        assert read is not None
        return {
            entry.id: {source.quote for source in entry.sources} for entry in to_timeline(read, self.lock, ()).entries
        }

    def check(self) -> None:
        read = parse(self.text, understand=understand).document
        assert read is not None
        entries = {item.id: item.entry for item in read.items}
        for id_, held in self.promised.items():
            for field, value in held.items():
                assert getattr(entries[id_], field) == value, (id_, field)
        assert not entries.keys() & self.gone.keys()
        shown = self.shown()
        for id_, quotes in self.quotes.items():
            assert not quotes or quotes <= shown[id_], id_
        for comment in getattr(self, "comments", ()):
            assert comment in self.text


SMALL = st.integers(0, 30)
ROUND = st.tuples(
    st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=1, max_size=5),
    st.lists(st.tuples(st.sampled_from(MACHINE), SMALL, SMALL), max_size=3),
)


@settings(max_examples=examples(40, 2000), report_multiple_bugs=False, suppress_health_check=[HealthCheck.too_slow])
@given(events=st.integers(1, 5), rounds=st.lists(ROUND, min_size=1, max_size=3))
def test_no_act_is_lost(events: int, rounds: list) -> None:
    editor = Editor(Machine(events))
    for acts, findings in rounds:
        for kind, a, b in acts:
            editor.act(kind, a, b)
        for finding, a, b in findings:
            finding(editor.machine, a, b)
        editor.build()
