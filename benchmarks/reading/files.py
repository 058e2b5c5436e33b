"""How long 10,000 files of mixed formats take to read, and in how much memory.

`python -m benchmarks.reading.files [COUNT]`

Prints articles a second of processor time, and the peak memory at each quarter, one file among them being broken: of
reading one by one, and of reading as a build does, which keeps all articles.
"""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline import articles
from timeline.articles.collect import scan
from timeline.articles.find import find
from timeline.articles.source import ReadOptions
from timeline.model import Article, Problem

_WORDS = re.findall(
    r"\S+",
    """le maire de la ville a annoncé mardi que les travaux du pont seraient achevés avant la fin de mars selon un
    communiqué publié par la préfecture où plusieurs habitants attendent depuis des semaines une réponse à leurs
    questions""",
)
BROKEN = "broken.json"


def _markdown(title: str, day: str, body: list[str]) -> str:
    return f'---\ntitle: "{title}"\ndate: {day}\n---\n' + "\n\n".join(body)


def _plain(title: str, day: str, body: list[str]) -> str:
    return f"{title}\n\nPublié le {'/'.join(reversed(day.split('-')))} à 18h02\n\n" + "\n\n".join(body)


def _page(title: str, day: str, body: list[str]) -> str:
    head = f'<meta charset="utf-8"><title>{title}</title><meta property="article:published_time" content="{day}">'
    paragraphs = "".join(f"<p>{each}</p>" for each in body)
    return f'<html lang="fr"><head>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>'


def _json(title: str, day: str, body: list[str]) -> str:
    return json.dumps({"title": title, "date": day, "text": "\n\n".join(body)}, ensure_ascii=False)


def _feed(title: str, day: str, body: list[str]) -> str:
    text = "".join(f"&lt;p&gt;{each}&lt;/p&gt;" for each in body)
    entry = f"<entry><title>{title}</title><id>{title}</id><published>{day}T10:00:00Z</published>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}<content type="html">{text}</content></entry></feed>'


def _nitf(title: str, day: str, body: list[str]) -> str:
    head = f'<head><docdata><date.issue norm="{day.replace("-", "")}"/></docdata></head>'
    text = "".join(f"<p>{each}</p>" for each in body)
    headline = f"<body.head><hedline><hl1>{title}</hl1></hedline></body.head>"
    return f"<nitf>{head}<body>{headline}<body.content>{text}</body.content></body></nitf>"


FORMS: dict[str, Callable[[str, str, list[str]], str]] = {
    "md": _markdown,
    "txt": _plain,
    "html": _page,
    "json": _json,
    "atom": _feed,
    "xml": _nitf,
}


def write(folder: Path, count: int) -> None:
    """`count` articles of 250 words in six formats, the same on every run, and a file that is broken."""
    chance = random.Random(1)
    for number in range(count - 1):
        suffix, form = list(FORMS.items())[number % len(FORMS)]
        body = [" ".join(chance.choices(_WORDS, k=62)).capitalize() + "." for _ in range(4)]
        text = form(f"Titre {number} du journal", f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}", body)
        (folder / f"a{number:06}.{suffix}").write_text(text, encoding="utf-8")
    (folder / BROKEN).write_text('[{"title": ', encoding="utf-8")


def peak() -> float:
    """Megabytes of memory at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Reads them twice: one by one, then as a build does."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write(root, count)
        articles.read([f"a{number:06}.{suffix}" for number, suffix in enumerate(FORMS)], root)  # loads the libraries
        before, quarters, seen, wrong = time.process_time(), [f"{peak():.0f}"], 0, 0
        for each in scan(find(["."], root), root, ReadOptions()):
            seen += isinstance(each, Article)
            wrong += isinstance(each, Problem)
            if seen and seen % (count // 4) == 0:
                quarters.append(f"{peak():.0f}")
        spent = time.process_time() - before
        print(f"one by one: articles {seen}, problems {wrong}, {seen / spent:.0f} a second of CPU ({spent:.0f} s)")
        print(f"peak memory at the start and at each quarter: {', '.join(dict.fromkeys(quarters))} MB")
        before = time.process_time()
        collected = articles.read(["."], root)
        spent, kept = time.process_time() - before, len(collected.articles)
        print(f"as a build: articles {kept}, {kept / spent:.0f} a second of CPU ({spent:.0f} s), {peak():.0f} MB")
        print(*(problem for problem in collected.problems if BROKEN in problem.path), sep="\n")


if __name__ == "__main__":
    main()
