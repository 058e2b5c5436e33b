"""Scores the machine against human annotations, of single articles or of whole stories."""

from __future__ import annotations

from pathlib import Path

from timeline import coref, evaluation
from timeline.annotator import read_many, read_one
from timeline.model import Article, Entry, Problem
from timeline.workflow.stopped import Stopped


def of_articles(gold: Path) -> evaluation.EvaluationReport:
    """The report on annotated articles.

    Args:
        gold: A folder of annotated articles.

    Returns:
        The scores of time expressions and events, also by genre, and those of naive systems beside them.

    Raises:
        Stopped: The folder cannot be read, or a file of it is not in the format.
    """
    try:
        return evaluation.evaluate(gold, read_one)
    except evaluation.GoldError as error:
        raise _stopped(error) from error


def of_stories(gold: Path) -> evaluation.StoryScores:
    """The scores of the timelines that are made from the articles of each story.

    Args:
        gold: A folder with one folder for each story.

    Returns:
        The scores over all stories.

    Raises:
        Stopped: The folder cannot be read, or a file of it is not in the format.
    """
    try:
        stories = evaluation.read_stories(gold)
    except evaluation.GoldError as error:
        raise _stopped(error) from error
    return evaluation.score_stories(
        (story, entries([annotated.article for annotated in story.articles])) for story in stories
    )


def entries(articles: list[Article]) -> tuple[Entry, ...]:
    """The timeline of some articles, as an update would write it."""
    return coref.merge(list(read_many(articles)))


def _stopped(error: evaluation.GoldError) -> Stopped:
    return Stopped([Problem(str(error.path), error.line, error.column, error.reason)])
