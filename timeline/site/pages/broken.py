"""What a preview shows instead of timelines that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.i18n.messages import in_language
from timeline.model import Problem, Timeline
from timeline.site.base.options import SiteOptions
from timeline.site.base.page import Page, Site, fill
from timeline.site.pages.compose import site
from timeline.site.parts.labels import Words


def broken(
    problems: Sequence[Problem],
    readable: Sequence[Timeline],
    options: SiteOptions,
    last: Sequence[str] = (),
    language: str = "fr",
) -> Site:
    """The site of the timelines that can be read, with pages that list the problems of the others, line by line.

    Errors are listed, and not the warnings beside them. The first page lists them, and so does that of each timeline
    which was there before, so that the page that was open in the preview shows the problem.

    Args:
        problems: The problems, in order.
        readable: The timelines without errors.
        options: How the site looks.
        last: The folder names of the timelines that were there before.
        language: The code of the language of the pages that list the problems.

    Returns:
        The pages and files.
    """
    made = site(readable, options)
    words = Words(language)
    errors = [problem for problem in problems if problem.is_error]
    shown = [replace(problem, message=in_language(problem.message, language)) for problem in errors or problems]
    body = fill("broken.html", w=words, problems=shown)
    gone = [slug for slug in last if slug not in {timeline.slug for timeline in readable}]
    places = ["index.html", *(f"{slug}/index.html" for slug in gone)]
    problem_pages = [Page(place, words("broken_title"), body, language) for place in places]
    return Site((*problem_pages, *(page for page in made.pages if page.path != "index.html")), made.files)
