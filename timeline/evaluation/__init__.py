"""Evaluation against annotated articles: the events found, their dates, and the scores of naive baselines.

`evaluate(folder, annotate)` reads `folder/gold/<id>.json` and `folder/text/<id>.txt` (`docs/guidelines.md` describes
the format) and returns a `EvaluationReport`, whose `table()` is made for a terminal.
"""

from timeline.evaluation.gold import GoldArticle, GoldError, GoldEvent, read
from timeline.evaluation.report import EvaluationReport, evaluate
from timeline.evaluation.stories import GoldStory, StoryScores, read_stories, score_stories

__all__ = [
    "EvaluationReport",
    "GoldArticle",
    "GoldError",
    "GoldEvent",
    "GoldStory",
    "StoryScores",
    "evaluate",
    "read",
    "read_stories",
    "score_stories",
]
