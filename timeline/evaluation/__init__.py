"""Evaluation against annotated articles: what is found, how it is dated, and what naive rules would have got.

`evaluate(folder, annotate)` reads `folder/gold/<id>.json` and `folder/text/<id>.txt` (the format is told in
`docs/guidelines.md`) and gives a `Report`, whose `table()` is made for a terminal.
"""

from timeline.evaluation.gold import GoldArticle, GoldEvent, read
from timeline.evaluation.report import Report, evaluate
from timeline.evaluation.stories import GoldStory, StoryScores, read_stories, score_stories

__all__ = [
    "GoldArticle",
    "GoldEvent",
    "GoldStory",
    "Report",
    "StoryScores",
    "evaluate",
    "read",
    "read_stories",
    "score_stories",
]
