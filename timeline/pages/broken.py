"""What a preview shows in the place of timelines that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Problem, Timeline
from timeline.pages.compose import site
from timeline.pages.options import Options
from timeline.pages.page import Page, Site, fill
from timeline.pages.words import Words


def broken(problems: Sequence[Problem], readable: Sequence[Timeline], options: Options, language: str = "fr") -> Site:
    """The site of the timelines that can be read, with a first page that tells what is wrong with the others, line by
    line.

    Every page of a broken timeline leads there too: the page that was open in the preview shows the problem.
    """
    made = site(readable, options)
    words = Words(language)
    body = fill("broken.html", w=words, problems=problems)
    told = Page("index.html", words("broken_title"), body, language)
    return Site((told, *(page for page in made.pages if page.path != "index.html")), made.files)
