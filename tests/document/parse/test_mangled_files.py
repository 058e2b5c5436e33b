"""Files mangled at random: never a traceback; and what can still be read is patched, and read again."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.document.examples import ARTICLES, STRIKE, VISIT, changed, entry, first, understand
from timeline.document import (
    Extraction,
    FileTexts,
    accept,
    check,
    load_lock,
    parse,
    review_items,
    tidy,
    to_timeline,
    update,
)
from timeline.document.lock import dump_lock
from timeline.model import Source

TEXT, LOCK = first(VISIT, STRIKE)
OWN = """
# à moi
- id: own   # ici
  title: À moi
  date: 1er mars 2020
  text: |
    Un

    # deux
  people:
    - A
    - B # b
  sources: [{article: afp-1, quote: 'l''été'}]
  tags: &t [x]
- {id: flow, date: 2020, title: Un, tags: *t}
"""
WHOLE = TEXT + OWN
SNIPPETS = st.sampled_from(
    [
        *[
            ":",
            "-",
            "#",
            ",",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            "~",
            "\t",
            "\xa0",
            "\r",
            "\n",
            "\u2028",
            "\x00",
            "é",
            "𝔘",
        ],
        *(
            "\n\n",
            "  ",
            ": ",
            "- ",
            "- id: z\n",
            "events:",
            "\n  ",
            "\n- ",
            "{}",
            "[]",
            "<<: *t",
            "---\n",
            "title: x\n",
        ),
        *("date:", "'\n", "|+\n", ">-\n", " #", "2022", "\\"),
    ]
)
PLACES = st.integers(0, len(WHOLE) - 1)
MANGLING = st.one_of(
    st.tuples(st.just("put"), PLACES, SNIPPETS),
    st.tuples(st.just("cut"), PLACES, st.integers(1, 40)),
    st.tuples(st.just("line"), PLACES, st.integers(0, 1)),
)
MACHINE = (
    changed(VISIT, title="Voyage : à Minsk", people=("A, B", "C"), places=("Minsk",), ongoing=True, text="Un\ndeux"),
    changed(
        STRIKE, people=(), sources=(Source("afp-2", "Autre chose.", "mardi"), Source("afp-3", "Encore : ceci.", "x"))
    ),
    entry("new", "2022-12-19", "Nouveau", ("afp-3", "Tout à fait neuf.")),
    entry("newer", "", "Plus neuf", ("afp-3", "Sans date aucune.")),
)
TURNS = (MACHINE, (VISIT, STRIKE), (VISIT,), ())


def mangled(text: str, manglings: list[tuple]) -> str:
    """The text after random cuts, insertions, and lines taken out or doubled."""
    for kind, anywhere, what in manglings:
        place = anywhere % (len(text) or 1)
        if kind == "put":
            text = text[:place] + what + text[place:]
        elif kind == "cut":
            text = text[:place] + text[place + what :]
        else:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place) + 1 or len(text)
            text = text[:start] + text[start:end] * (2 * what) + text[end:]
    return text


@settings(max_examples=examples(100, 600), suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(MANGLING, max_size=4),
    st.integers(0, 3),
    st.booleans(),
)
def test_mangled_files(manglings: list[tuple], turn: int, has_lock: bool) -> None:
    machine, lock = TURNS[turn], LOCK if has_lock else None
    text = mangled(WHOLE, manglings)
    parsed = parse(text, understand=understand, language="fr")
    for problem in parsed.problems:
        assert problem.message
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 1
        assert problem.column >= 1
    if parsed.document is None:
        assert parsed.problems
        return
    updated = update(FileTexts(text, lock), Extraction(machine, ARTICLES), understand=understand)
    assert updated.text is not None
    document = parse(updated.text, understand=understand).document
    assert document is not None, "a patch broke the file"
    again = update(FileTexts(updated.text, updated.lock), Extraction(machine, ARTICLES), understand=understand)
    assert (again.text, again.lock) == (updated.text, updated.lock)
    to_timeline(document, updated.lock, [])
    check(document, updated.lock, ARTICLES)
    review_items(document, updated.lock)
    assert tidy(updated.text, updated.lock, understand=understand).text is not None
    for id_ in load_lock(updated.lock).records:
        accepted = accept(updated.text, updated.lock, id_, understand=understand)
        assert accepted.text is None or parse(accepted.text, understand=understand).document is not None


NAMES = st.sampled_from(["ours", "theirs", "sources", "state", "mark", "title", "latest", "said", "x"])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=examples(60, 300), suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["visit", "own", "other"]), st.dictionaries(NAMES, JUNK, max_size=3), st.booleans())
def test_a_mangled_lock_is_no_lock_or_a_lock(id_: str, junk: dict, twice: bool) -> None:
    head, *records, end = LOCK.split("\n\n")
    kept = [line for line in records if twice or json.loads(line).get("event") != id_]
    text = "\n\n".join([head, *kept, json.dumps({"event": id_, **junk}), end])
    lock = load_lock(text)
    updated = update(FileTexts(WHOLE, text), Extraction(MACHINE, ARTICLES), understand=understand)
    assert updated.text is not None
    assert lock is None or load_lock(dump_lock(lock)) == load_lock(dump_lock(lock, lock)) == lock
