"""Stories written for training: their form, and that the annotation of each agrees with itself."""

from __future__ import annotations

import pytest

from timeline.calendar import edtf
from training.press import stories

STORY = """## pont
# st-901 2004-05-06 press
= Un pont fermé
La Meuse est montée hier.
Le maire fermera le pont demain.
--
1|montée|La Meuse monte|2004-05-05||a|3||Meuse|crue
2|fermera|Le maire ferme le pont|2004-05-07||p|3|maire|Void|fermeture

# st-902 2004-05-09 press
=
Le pont de Void a été fermé après la crue de mercredi.
--
1|fermé|Le pont de Void est fermé|../2004-05-09||a|3||Void|fermeture
1|crue|La Meuse est en crue|2004-05-05||a|2||Void|crue

## chronology
crue|2004-05-05|3
fermeture|2004-05-07;2004-05-07/2004-05-09|2
"""


def test_a_story_is_read_with_its_clusters_and_its_chronology() -> None:
    (story,) = stories.gold([stories.parse(STORY)])
    assert story.name == "pont"
    assert [(one.article.id, [event.cluster for event in one.events]) for one in story.articles] == [
        ("st-901", ["crue", "fermeture"]),
        ("st-902", ["fermeture", "crue"]),
    ]
    assert [(one.cluster, [edtf(date) for date in one.dates], one.salience) for one in story.chronology] == [
        ("crue", ["2004-05-05"], 3),
        ("fermeture", ["2004-05-07", "2004-05-07/2004-05-09"], 2),
    ]
    assert story.chronology[0].title == "La Meuse monte"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("|Meuse|crue", "|Meuse", "st-901: an event has no cluster"),
        ("|Void|fermeture\n\n#", "|Void|crue\n\n#", "st-901: 2 events are of the cluster crue"),
        ("1|montée|", "1|monta|", "st-901: 'monta' does not stand in 'La Meuse est montée hier.'"),
        ("fermeture|2004-05-07;", "reouverture|2004-05-07;", "chronology: no article marks reouverture"),
        ("fermeture|2004-05-07;", "crue|2004-05-07;", "chronology: crue stands 2 times"),
        ("|2004-05-07||p", "|7 mai||p", "st-901: '7 mai' is no date in EDTF"),
    ],
)
def test_faults_name_the_article_or_the_line(before: str, after: str, fault: str) -> None:
    assert before in STORY
    assert fault in list(stories.faults(stories.parse(STORY.replace(before, after, 1))))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## pont", "# pont"),
        ("## chronology", "chronology"),
        ("05-05|3\n", "05-05|1\n"),
        ("chronology\ncrue|", "chronology\n"),
        ("05-07;", "mai;"),
    ],
)
def test_what_is_no_story_is_refused(before: str, after: str) -> None:
    with pytest.raises(ValueError, match=r"no (story|entry|date)"):
        stories.parse(STORY.replace(before, after, 1))


def test_the_stories_have_no_faults_and_their_names_and_ids_are_unique() -> None:
    found = stories.in_folder()
    assert {story.name: list(stories.faults(story)) for story in found} == {story.name: [] for story in found}
    names = [story.name for story in found]
    ids = [article.id for story in found for article in story.articles]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
