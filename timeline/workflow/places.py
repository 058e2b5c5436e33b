"""Where in its file an article's text has a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from timeline.model import Article, Problem


def in_files(root: Path, problems: Iterable[Problem], articles: Iterable[Article]) -> Iterator[Problem]:
    """Problems with their line counted in the file: front matter stands above the text.

    Args:
        root: The folder that the articles' paths start from.
        problems: Problems with lines counted in the texts.
        articles: The articles.

    Yields:
        Each problem. Where the text does not stand as it is in the file (a web page, an archive), it has no line: the
        words that it quotes are found in the article.
    """
    texts = {article.path: article.text for article in articles}
    known: dict[str, int | None] = {}
    for problem in problems:
        if not problem.line or problem.path not in texts:
            yield problem
            continue
        if problem.path not in known:
            known[problem.path] = _lines_above(root / problem.path.partition("#")[0], texts[problem.path])
        above = known[problem.path]
        yield replace(problem, line=0, column=0) if above is None else replace(problem, line=problem.line + above)


def _lines_above(file: Path, text: str) -> int | None:
    try:
        stored = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    start = stored.find(text.replace("\r\n", "\n"))
    begins_a_line = start == 0 or (start > 0 and stored[start - 1] == "\n")
    return stored.count("\n", 0, start) if begins_a_line else None
