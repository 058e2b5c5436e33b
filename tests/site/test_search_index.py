"""The search index: one file of a short timeline; of a long one, the words of its texts in files of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tests.site.sample import many
from timeline.site import SiteOptions
from timeline.site.exports.search import ONE_FILE, file_of, folded_words, indexes, way_of
from timeline.site.pages.compose import written

WORDS = {
    "L’Élysée, 14 h 30 : c’est œuvré": ["l", "elysee", "14", "h", "30", "c", "est", "oeuvre"],
    "Ægidius_Noël ſtraße": ["aegidius", "noel", "ſtraße"],
    "— ? !": [],
}


def made(count: int) -> dict[str, str]:
    """The files of the index of a timeline of `count` events."""
    (one,) = written([many(count, slug="m", title="M", per_day=20)], SiteOptions())
    texts = ((path, make()) for path, make in indexes(one).items())
    return {path: text if isinstance(text, str) else text.decode() for path, text in texts}


def value(script: str, name: str) -> Mapping[str, object]:
    """What the script sets `name` to."""
    assert script.startswith(f"{name}=")
    loaded: Mapping[str, object] = json.loads(script.removeprefix(f"{name}="))
    return loaded


@pytest.mark.parametrize("text", WORDS)
def test_words_are_folded_as_the_script_folds_them(text: str) -> None:
    assert folded_words(text) == WORDS[text]


@pytest.mark.parametrize(("word", "first", "second"), [("a", 97, 0), ("conseil", 99, 111), ("𝔞", 0xD835, 0xDD1E)])
def test_a_word_is_in_the_file_of_its_first_two_letters(word: str, first: int, second: int) -> None:
    assert file_of(word, 40) == (first * 31 + second) % 40


def test_a_short_timeline_has_one_file_with_its_texts() -> None:
    files = made(ONE_FILE)
    assert list(files) == ["search.js"]
    index = value(files["search.js"], "timelineIndex")
    assert index["files"] == 0
    assert all("a voté le budget" in event[-1] for event in index["events"])


def test_a_long_timeline_keeps_every_word_of_its_texts_in_one_of_the_files() -> None:
    count = ONE_FILE + 1
    files = made(count)
    index = value(files["search.js"], "timelineIndex")
    assert index["files"] == 4
    assert len(files) == 1 + 4 + 4
    assert {event[-1] for event in index["events"]} == {""}
    found: dict[str, list[int]] = {}
    for number in range(4):
        for word, steps in value(files[f"search/{number}.js"], "timelineWords").items():
            assert file_of(word, 4) == number
            found[word] = [sum(steps[: n + 1]) for n in range(len(steps))]
    assert found["budget"] == list(range(count))
    assert found["700"] == [700]
    assert found["vote"] == found["commune"] == found["budget"]


def test_a_long_timeline_says_in_small_files_where_each_event_stands() -> None:
    files = made(ONE_FILE + 1)
    found: dict[str, object] = {}
    for number in range(4):
        ways = value(files[f"search/at-{number}.js"], "timelineWays")
        assert {way_of(identifier, 4) for identifier in ways} <= {number}
        found |= ways
    assert len(found) == ONE_FILE + 1
    assert found["e00700"] == "2019-02_1.html#e00700"


def test_what_a_first_search_asks_for_grows_slowly() -> None:
    files = made(5_000)
    assert len(files["search.js"]) < 250 * 5_000
    assert max(len(text) for path, text in files.items() if path != "search.js") < 100_000
