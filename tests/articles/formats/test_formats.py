"""Every format: the stories that go in come out, whole and rightly dated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.exports import FORMATS, expected, warc_record
from tests.articles.exports import pages as saved_pages
from tests.articles.stories import STORIES
from timeline import articles


def write(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


@pytest.mark.parametrize("make", FORMATS, ids=lambda make: make.__name__)
def test_the_stories_come_back(make, tmp_path: Path):
    write(make(), tmp_path / "presse")
    collected = articles.read(["presse"], tmp_path)
    assert [str(problem) for problem in collected.problems] == []
    read = sorted((each.title, each.published, each.author, each.text) for each in collected.articles)
    wanted = sorted(expected(story) for story in STORIES)
    if make is saved_pages or make.__name__ == "warc":  # there, the lead above the text is the article's too
        read = [(title, day, author, _without_lead(title, text)) for title, day, author, text in read]
    assert read == wanted
    assert len({each.id for each in collected.articles}) == len(STORIES)
    assert all(each.evidence and each.language == "fr" for each in collected.articles)


def _without_lead(title: str, text: str) -> str:
    lead = next(story.lead for story in STORIES if story.title == title)
    return text.removeprefix(lead).strip()


def test_a_page_whose_address_cannot_be_taken_apart_hides_no_other(tmp_path: Path):
    first, *others = STORIES
    broken = [warc_record(first).replace(b"Target-URI: https://", b"Target-URI: https://["), *map(warc_record, others)]
    write({"pages.warc": b"".join(broken)}, tmp_path / "presse")
    collected = articles.read(["presse"], tmp_path)
    assert [str(problem) for problem in collected.problems] == []
    assert {each.title for each in collected.articles} == {story.title for story in STORIES}
