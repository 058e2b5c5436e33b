"""A person and a machine at work on one file, for the property test.

The person edits text, line by line, as an editor does, knowing nothing of the code under test; what they did is
remembered as promises, and `Desk.check` holds the result against all of them.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable

from timeline.calendar import parse_edtf
from timeline.document import Extraction, FileTexts, Head, load_lock, parse, tidy, to_timeline, update
from timeline.model import Date, Entry, Source, Status

WORDS = (
    *("grève", "police", "maire", "pont", "rivière", "école", "tempête", "procès", "avion", "lycée", "usine", "port"),
    *("musée", "traité", "budget", "virus", "moteur", "forêt", "ministre", "barrage", "théâtre", "satellite", "navire"),
    *("cathédrale", "vaccin", "salaire", "réforme", "tunnel", "enquête", "barricade", "glacier", "orage", "sénateur"),
    *(
        "chantier",
        "moisson",
        "comète",
        "épidémie",
        "ambassade",
        "synagogue",
        "frontière",
        "pétrole",
        "journal",
        "cyclone",
    ),
)
STATUSES = ("asserted", "reported", "planned", "denied")
_KEY = re.compile(
    r"^# édition|^\s*(- )?(id|date|title|status|ongoing|people|places|was|sources|article|quote|because|tags|text):"
)


def understand(text: str) -> Date | None:
    """The few French dates that the scripts use."""
    return {"1er mars 2020": parse_edtf("2020-03-01"), "vers 2019": parse_edtf("2019~")}.get(text)


def words(seed: int, count: int) -> str:
    """Words that two events share only by chance."""
    return " ".join(WORDS[(seed * 7 + place * (seed % 11 + 3)) % len(WORDS)] for place in range(count)) + f" {seed}"


def _length(key: int) -> int:
    """How many words a sentence has: every other one is too long to stand whole in the file."""
    return 6 + 8 * (key % 2)


class Machine:
    """What the articles tell at the moment: entries by a key of their own, that the code never sees."""

    def __init__(self, count: int) -> None:
        self.entries: dict[int, Entry] = {}
        self.dropped: dict[int, Entry] = {}
        self.next = 0
        for _ in range(count):
            self.add(self.next, 0)

    def add(self, a: int, b: int) -> None:
        key = self.next
        self.next += 1
        day = f"20{10 + a % 10}-0{1 + a % 9}-1{b % 10}"
        source = Source(
            f"art{a % 4}", f"Il y a eu {words(key, _length(key))} hier.", f"hier, compté du {day}", day, "stated"
        )
        self.entries[key] = Entry(
            f"m{key}",
            day,
            f"Titre : {words(key, 4)}",
            parse_edtf(day),
            people=(f"P. {key}", "M. Dupont"),
            sources=(source,),
        )

    def pick(self, a: int) -> int | None:
        keys = sorted(self.entries)
        return keys[a % len(keys)] if keys else None

    def change(self, a: int, **values: object) -> None:
        if (key := self.pick(a)) is not None:
            self.entries[key] = dataclasses.replace(self.entries[key], **values)

    def retitle(self, a: int, b: int) -> None:
        if (key := self.pick(a)) is not None:
            self.change(a, title=f"Titre - {words(key, 4)} #{b}")

    def redate(self, a: int, b: int) -> None:
        day = f"2021-0{1 + b % 9}" if b % 2 else f"2021-0{1 + b % 9}-02/2021-1{b % 3}-03"
        self.change(a, date=day, interval=parse_edtf(day))

    def status(self, a: int, b: int) -> None:
        self.change(a, status=Status(STATUSES[b % 4]))

    def people(self, a: int, b: int) -> None:
        self.change(a, people=tuple(f"N° {number}: x" for number in range(b % 4)))

    def ongoing(self, a: int, b: int) -> None:
        self.change(a, ongoing=b % 2 == 0)

    def source(self, a: int, b: int) -> None:
        if (key := self.pick(a)) is not None:
            entry = self.entries[key]
            new = Source(
                f"art{10 + b}", f"Un autre dit : « {words(key * 5 + b, 5)} ».", "ce jour", entry.date, "stated"
            )
            if new.article not in {source.article for source in entry.sources}:
                self.change(a, sources=(*entry.sources, new))

    def reword(self, a: int, b: int) -> None:
        """The article is reworded slightly: another quote, and another id of the machine."""
        if (key := self.pick(a)) is not None:
            entry = self.entries[key]
            source = dataclasses.replace(
                entry.sources[0], quote=f"Il y a bien eu {words(key, _length(key))} hier{'!' * (b % 3)}."
            )
            self.change(a, id=f"m{key}v{b}", sources=(source, *entry.sources[1:]))

    def move(self, a: int, b: int) -> None:
        """The article is imported again under another name."""
        if (key := self.pick(a)) is not None:
            entry = self.entries[key]
            source = dataclasses.replace(entry.sources[0], article=f"moved{b}")
            self.change(a, id=f"m{key}w{b}", sources=(source, *entry.sources[1:]))

    def drop(self, a: int, _b: int) -> None:
        if (key := self.pick(a)) is not None:
            self.dropped[key] = self.entries.pop(key)

    def find_again(self, a: int, _b: int) -> None:
        if self.dropped:
            key = sorted(self.dropped)[a % len(self.dropped)]
            self.entries[key] = self.dropped.pop(key)

    def told(self, turn: int) -> list[Entry]:
        entries = [self.entries[key] for key in sorted(self.entries)]
        turn %= max(len(entries), 1)
        return entries[turn:] + entries[:turn]

    @property
    def articles(self) -> set[str]:
        whole = [*self.entries.values(), *self.dropped.values()]
        return {source.article for entry in whole for source in entry.sources} | {f"art{n}" for n in range(4)}


class Diagnostics:
    """The file, its lock, and every promise made to the person."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        first = update(
            FileTexts(), Extraction(machine.told(0), machine.articles), understand=understand, head=Head(title="Essai")
        )
        assert first.text is not None
        self.text, self.lock = first.text, first.lock
        self.values: dict[str, dict[str, str | tuple[str, ...] | None]] = {}
        self.deleted: set[str] = set()
        self.lost_sources: set[tuple[str, str]] = set()
        self.comments: dict[str, str] = {}  # a comment, and the id of the event below it ("" where it only must stay)
        self.marks = 0
        self.newline = "\n"
        self.lock_was_lost = False
        self.names: dict[int, str] = {}  # the id of every event of the machine, by its hidden key
        self._check_ids(lost=False)

    # ---- reading the file as a person does ---------------------------------------------------------------------

    def lines(self) -> list[str]:
        return self.text.removeprefix("\ufeff").split(self.newline)

    def put(self, lines: list[str]) -> None:
        bom = "\ufeff" if self.text.startswith("\ufeff") else ""
        self.text = bom + self.newline.join(lines)

    def blocks(self) -> list[tuple[int, int, str]]:
        """Of each event in block style: first line, line behind the last, id."""
        lines = self.lines()
        starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
        found = []
        for place, start in enumerate(starts):
            end = starts[place + 1] if place + 1 < len(starts) else len(lines)
            while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
                end -= 1
            id_ = next((m[1] for line in lines[start:end] if (m := re.match(r"(?:- |  )id: \"?([\w.-]+)", line))), "")
            found.append((start, end, id_))
        return found

    def block(self, a: int) -> tuple[int, int, str] | None:
        blocks = [block for block in self.blocks() if block[2] and not self.lines()[block[0]].startswith("- {")]
        return blocks[a % len(blocks)] if blocks else None

    def promise(self, id_: str, name: str, value: str | tuple[str, ...] | None) -> None:
        self.values.setdefault(id_, {})[name] = value

    # ---- what people do ----------------------------------------------------------------------------------------

    def _set_line(self, block: tuple[int, int, str], name: str, text: str | None) -> bool:
        """Writes, replaces or deletes the one line of a field; False where it has more than one line."""
        start, end, _ = block
        lines = self.lines()
        for number in range(start, end):
            if re.match(rf"(- |  ){name}:", lines[number]):
                if number + 1 < end and re.match(r"  ( |- )", lines[number + 1]):
                    return False
                comment = re.search(r"  # c\d+$", lines[number])
                if text is None:
                    if lines[number].startswith("- ") or comment:
                        return False
                    del lines[number]
                else:
                    lines[number] = f"{lines[number][:2]}{name}: {text}{comment[0] if comment else ''}"
                self.put(lines)
                return True
        if text is not None:
            lines.insert(start + 1, f"  {name}: {text}")
            self.put(lines)
        return text is not None

    def edit_title(self, a: int, b: int) -> None:
        if block := self.block(a):
            plain = f"Mon titre {words(b, 2)}"
            text = (plain, f'"{plain}: oui"', f"'{plain} l''été'")[b % 3]
            value = (plain, f"{plain}: oui", f"{plain} l'été")[b % 3]
            if self._set_line(block, "title", text):
                self.promise(block[2], "title", value)

    def edit_date(self, a: int, b: int) -> None:
        text = ("2020", "1er mars 2020", "vers 2019", "2022-12-19/2022-12-20", "inconnue")[b % 5]
        if (block := self.block(a)) and self._set_line(block, "date", text):
            self.promise(block[2], "date", "" if text == "inconnue" else text)

    def edit_people(self, a: int, b: int) -> None:
        if (block := self.block(a)) and self._set_line(block, "people", f"[no, 'A, B', Nº {b}]"):
            self.promise(block[2], "people", ("no", "A, B", f"Nº {b}"))

    def delete_field(self, a: int, b: int) -> None:
        name = ("status", "people")[b % 2]
        if block := self.block(a):
            had = any(re.match(rf"  {name}:", line) for line in self.lines()[block[0] : block[1]])
            if had and self._set_line(block, name, None):
                self.promise(block[2], name, None)

    def own_field(self, a: int, b: int) -> None:
        name, text, value = (
            ("notes", "à vérifier", "à vérifier"),
            ("hidden", "oui", "true"),
            ("importance", "3", "3"),
        )[b % 3]
        if (block := self.block(a)) and self._set_line(block, name, text):
            self.promise(block[2], name, value)

    def long_text(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            if any(re.match(r"(- |  )text:", line) for line in lines[block[0] : block[1]]):
                return
            lines[block[0] + 1 : block[0] + 1] = ["  text: |", f"    Un *texte* {b}.", "", "    # pas un commentaire"]
            self.put(lines)
            self.promise(block[2], "text", f"Un *texte* {b}.\n\n# pas un commentaire\n")

    def delete_event(self, a: int, _b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            gone = "\n".join(lines[block[0] : block[1]])
            self.comments = {
                comment: id_ for comment, id_ in self.comments.items() if comment not in re.findall(r"# c\d+", gone)
            }
            self.comments = {comment: "" if id_ == block[2] else id_ for comment, id_ in self.comments.items()}
            self.put(lines[: block[0]] + lines[block[1] :])
            self.deleted.add(block[2])
            self.values.pop(block[2], None)

    def add_event(self, a: int, b: int) -> None:
        lines = self.lines()
        blocks = self.blocks()
        at = blocks[a % len(blocks)][1] if blocks else len(lines) - 1
        self.marks += 1
        id_ = f"own{self.marks}"
        lines[at:at] = [
            f"- title: À moi {words(b, 3)}",
            f"  id: {id_}",
            f"  date:   201{b % 10} ",
            "  x-mine: [1, {a: b}]",
        ]
        self.put(lines)
        self.promise(id_, "date", f"201{b % 10}")
        self.promise(id_, "title", f"À moi {words(b, 3)}")

    def swap(self, a: int, b: int) -> None:
        blocks, lines = self.blocks(), self.lines()
        if len(blocks) > 1:
            one, other = sorted((a % len(blocks), b % len(blocks)))
            if one != other:
                first, second = self._whole(blocks[one], lines), self._whole(blocks[other], lines)
                middle = lines[first[1] : second[0]]
                swapped = lines[second[0] : second[1]] + middle + lines[first[0] : first[1]]
                self.put(lines[: first[0]] + swapped + lines[second[1] :])

    @staticmethod
    def _whole(block: tuple[int, int, str], lines: list[str]) -> tuple[int, int]:
        """An event with the comments above it, blank lines between or not."""
        start = above = block[0]
        while lines[above - 1].startswith("#") or not lines[above - 1].strip():
            above -= 1
            start = above if lines[above].startswith("#") else start
        return start, block[1]

    def _mark(self, id_: str) -> str:
        self.marks += 1
        comment = f"# c{self.marks}"
        self.comments[comment] = id_
        return comment

    def comment_above(self, a: int, _b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            lines.insert(block[0], self._mark(block[2]))
            self.put(lines)

    def comment_behind(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            numbers = [n for n in range(block[0], block[1]) if re.match(r"(- |  )(\w+): [^|\[]", lines[n])]
            number = numbers[b % len(numbers)]
            if "# c" not in lines[number]:
                lines[number] += "  " + self._mark("")
                self.put(lines)

    def comment_inside(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            if not any("text: |" in line for line in lines[block[0] : block[1]]):
                lines.insert(block[0] + 1 + b % (block[1] - block[0]), "  " + self._mark(""))
                self.put(lines)

    def requote(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            for number in range(block[0], block[1]):
                found = re.fullmatch(r"((?:- |  )title: )\"([^\"\\]*)\"", lines[number])
                if found:
                    lines[number] = f"{found[1]}'{found[2].replace(chr(39), chr(39) * 2)}'"
            self.put(lines)

    def block_list(self, a: int, b: int) -> None:
        """People as a block list, the value the same."""
        if block := self.block(a):
            lines = self.lines()
            for number in range(block[0], block[1]):
                found = re.fullmatch(r"  people: \[([^\[\]'\"]*)\]", lines[number])
                if found:
                    indent = "  " if b % 2 else "    "
                    lines[number : number + 1] = ["  people:", *(f"{indent}- {one}" for one in found[1].split(", "))]
                    break
            self.put(lines)

    def spaces(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            number = block[0] + b % (block[1] - block[0])
            if re.match(r"(- |  )(date|status|title): [^#]*$", lines[number]):
                lines[number] += "   "
            lines.insert(block[0], "")
            self.put(lines)

    def delete_source(self, a: int, _b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            starts = [n for n in range(block[0], block[1]) if lines[n].startswith("  - article: ")]
            if len(starts) > 1:
                end = starts[1]
                gone = lines[starts[0] : end]
                if not any("# c" in line for line in gone):
                    article = gone[0].removeprefix("  - article: ").strip()
                    self.put(lines[: starts[0]] + lines[end:])
                    self.lost_sources.add((block[2], article))
                    if any("Cité à la main" in line for line in gone):
                        self.values[block[2]].pop("quote", None)

    def edit_quote(self, a: int, b: int) -> None:
        if block := self.block(a):
            lines = self.lines()
            for number in range(block[0], block[1]):
                if re.match(r"    quote: [^|#]*$", lines[number]):
                    lines[number] = f'    quote: "Cité à la main {b}"'
                    self.promise(block[2], "quote", f"Cité à la main {b}")
                    break
            self.put(lines)

    def carriage_returns(self, _a: int, _b: int) -> None:
        if self.newline == "\n":
            self.text = self.text.replace("\n", "\r\n")
            self.newline = "\r\n"

    def bom(self, _a: int, _b: int) -> None:
        self.text = "\ufeff" + self.text.removeprefix("\ufeff")

    def tidy(self, _a: int, _b: int) -> None:
        tidied = tidy(self.text, self.lock, understand=understand)
        assert tidied.text is not None
        self.text, self.lock = tidied.text, tidied.lock

    def lose_lock(self, a: int, _b: int) -> None:
        self.lock = (None, "", "{broken", "<<<<<<< HEAD\n")[a % 4]
        self.lock_was_lost = True

    # ---- the build, and what it promised -----------------------------------------------------------------------

    def build(self, turn: int) -> None:
        before = self.text
        lost = load_lock(self.lock) is None
        entries, articles = self.machine.told(turn), self.machine.articles
        updated = update(FileTexts(before, self.lock), Extraction(entries, articles), understand=understand)
        assert updated.text is not None, f"{[str(p) for p in updated.problems]}\n{before}"
        again = update(
            FileTexts(updated.text, updated.lock),
            Extraction(self.machine.told(turn + 1), articles),
            understand=understand,
        )
        assert (again.text, again.lock) == (updated.text, updated.lock), "a second build changes something"
        self.text, self.lock = updated.text, updated.lock
        if lost and "article: " not in before:
            self.lost_sources.clear()
            self.deleted.clear()  # a file in which nothing of the machine's is left is like one that it never wrote
        elif lost:
            assert not updated.report.added, "with no lock nothing may come back"
        self.check(before)
        self._check_ids(lost)

    def _check_ids(self, lost: bool) -> None:
        """An event keeps its id, no two share one, and what nobody touched is what the machine says now."""
        lock = load_lock(self.lock)
        document = parse(self.text, understand=understand).document
        assert lock is not None
        assert document is not None
        by_machine = {record.machine or id_: id_ for id_, record in lock.records.items()}
        plains = {item.id: item.plain for item in document.items}
        if lost:  # nothing knows the id of an event that stood in the lock alone
            self.names = {key: id_ for key, id_ in self.names.items() if id_ in plains}
        for key, entry in self.machine.entries.items():
            id_ = by_machine[entry.id]
            assert lost or self.names.setdefault(key, id_) == id_, f"{self.names[key]} became {id_}"
            self.names[key] = id_
            if id_ in plains and not self.lock_was_lost:
                for name, value in (("title", entry.title), ("date", entry.date), ("status", str(entry.status))):
                    assert name in self.values.get(id_, {}) or plains[id_].get(name, "asserted") == value
        assert len(set(self.names.values())) == len(self.names), "two events share an id"
        if not self.lock_was_lost:
            shown = to_timeline(document, self.lock, []).entries
            quotes = [source.quote for entry in shown for source in entry.sources if source.article]
            assert all(quotes), "a page shows no quote"

    def check(self, before: str) -> None:
        parsed = parse(self.text, understand=understand)
        assert parsed.document is not None, parsed.problems
        items = {item.id: item for item in parsed.document.items}
        for id_, values in self.values.items():
            assert id_ in items, f"{id_} was edited and is gone"
            for name, value in values.items():
                if name == "quote":
                    assert value in {source.get("quote") for source in items[id_].sources}
                else:
                    assert items[id_].plain.get(name) == value, (id_, name)
        assert not self.deleted & set(items), "a deleted event came back"
        for id_, article in self.lost_sources:
            if id_ in items:
                assert article not in {source.get("article") for source in items[id_].sources}
        self._check_comments()
        self._check_bytes(before)

    def _check_comments(self) -> None:
        lines = self.lines()
        for comment, id_ in self.comments.items():
            numbers = [n for n, line in enumerate(lines) if line.rstrip().endswith(comment)]
            assert len(numbers) == 1, f"{comment} is lost"
            if id_:
                below = next(line for line in lines[numbers[0] :] if line.strip() and not line.startswith("#"))
                start = next(n for n in range(numbers[0], len(lines)) if lines[n] == below)
                owner = next(block[2] for block in self.blocks() if block[0] == start)
                assert owner == id_, f"{comment} moved from {id_} to {owner}"

    def _check_bytes(self, before: str) -> None:
        """Only lines that the machine writes may go, and none with a comment; the file's own manners stay."""
        assert self.text.startswith("\ufeff") == before.startswith("\ufeff")
        if self.newline == "\r\n":
            assert not re.search(r"(?<!\r)\n", self.text)
        old, new = before.split(self.newline), self.text.split(self.newline)
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
        for kind, first, last, _, _ in matcher.get_opcodes():
            if kind in ("replace", "delete"):
                for line in old[first:last]:
                    machine_line = not line.strip() or _KEY.match(line) or re.match(r"\s+- ", line)
                    assert machine_line, f"a line of a person's is gone: {line!r}"


PERSON: tuple[Callable[[Diagnostics, int, int], None], ...] = (
    Diagnostics.edit_title,
    Diagnostics.edit_date,
    Diagnostics.edit_people,
    Diagnostics.delete_field,
    Diagnostics.own_field,
    Diagnostics.long_text,
    Diagnostics.delete_event,
    Diagnostics.add_event,
    Diagnostics.swap,
    Diagnostics.comment_above,
    Diagnostics.comment_behind,
    Diagnostics.comment_inside,
    Diagnostics.requote,
    Diagnostics.block_list,
    Diagnostics.spaces,
    Diagnostics.delete_source,
    Diagnostics.edit_quote,
    Diagnostics.carriage_returns,
    Diagnostics.bom,
    Diagnostics.tidy,
    Diagnostics.lose_lock,
)
MACHINE: tuple[Callable[[Machine, int, int], None], ...] = (
    Machine.add,
    Machine.retitle,
    Machine.redate,
    Machine.status,
    Machine.people,
    Machine.ongoing,
    Machine.source,
    Machine.reword,
    Machine.move,
    Machine.drop,
    Machine.find_again,
)
