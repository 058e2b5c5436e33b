"""The same pages as plain Markdown, for another generator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from timeline.model import Timeline
from timeline.site.base.options import SiteOptions
from timeline.site.pages.compose import written
from timeline.site.parts.cards import Card, SourceView
from timeline.site.parts.days import groups
from timeline.site.parts.topics import KINDS, Topic
from timeline.site.render.rendered import Written, summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])|^(\s*\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)


def markdown(timelines: Sequence[Timeline], options: SiteOptions | None = None) -> dict[str, str | bytes]:
    """Markdown files by path: each timeline (or its periods), and the pages of its people, places, tags and articles.

    CommonMark with nothing but `<a id>` for permalinks in HTML; texts of articles and people are escaped.

    Args:
        timelines: The timelines, in the order of the start page.
        options: How the site looks; the defaults where None.

    Returns:
        The content of each file by its path.
    """
    made: dict[str, str | bytes] = {}
    every = written(timelines, options or SiteOptions())
    for one in every:
        made |= {f"{one.slug}/{path}": text for path, text in _files(one)}
    made["index.md"] = "\n".join(f"- [{plain(o.shared.timeline.title)}]({o.slug}/index.md)" for o in every) + "\n"
    return made


def plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""

    def escaped(found: re.Match[str]) -> str:
        if found[1]:
            return f"\\{found[1]}"
        return f"{found[2]}\\{found[3]}" if found[2] else f"{found[4]}\\{found[5]}"

    return _SPECIAL.sub(escaped, text)


def _files(one: Written) -> Iterator[tuple[str, str]]:
    timeline, words = one.shared.timeline, one.shared.words
    top = f"# {plain(timeline.title)}\n\n{timeline.description}\n\n{summary(one, one.cards)}\n\n"
    if one.periods:
        rows = (f"- [{period.name}]({period.name}.md) ({len(period.cards)})\n" for period in one.periods)
        yield "index.md", top + "".join(rows)
        for period in one.periods:
            yield f"{period.name}.md", f"# {period.name}\n\n{_rail(one, period.cards, _whole)}"
    else:
        yield "index.md", top + _rail(one, one.cards, _whole)
    held: dict[Topic, list[Card]] = defaultdict(list)
    for card in one.cards:
        for topic in card.topics:
            held[topic].append(card)
    for kind in KINDS:
        known = sorted((topic for topic in held if topic.kind == kind), key=lambda topic: topic.name)
        if known:
            rows = (f"- [{plain(t.name)}]({_md(t.path.removeprefix(f'{kind}/'))}) ({len(held[t])})\n" for t in known)
            yield f"{kind}/index.md", f"# {words(kind)}\n\n" + "".join(rows)
    for topic, cards in held.items():
        yield _md(topic.path), f"# {plain(topic.name)}\n\n{_rail(one, cards, _short)}"


def _md(path: str) -> str:
    return path.removesuffix(".html") + ".md"


def _rail(one: Written, cards: Sequence[Card], item: Callable[[Written, Card], str]) -> str:
    parts = []
    for date, held in groups((card.day, card) for card in cards):
        parts.append(f"## {one.shared.words.date(date, weekday=True)}\n")
        parts += [item(one, card) for card in held]
    return "\n".join(parts)


def _short(one: Written, card: Card) -> str:
    return f"- [{plain(card.entry.title)}](../{_md(one.place[card.id])}#{card.id})\n"


def _whole(one: Written, card: Card) -> str:
    words = one.shared.words
    badges = [text for _, text in card.badges] + ([card.clock] if card.clock else [])
    names = [f"[{plain(topic.name)}]({_md(topic.path)})" for topic in card.topics]
    lines = [f'### <a id="{card.id}"></a>{plain(card.entry.title)}', " · ".join([*badges, *names]), card.entry.text]
    lines.append(_picture(card))
    if card.sources:
        lines.append(f"**{words('why.ask')}**")
    if card.entry.date_corrected:
        lines.append(words("why.corrected", date=card.when))
    lines += [_source(source, with_steps=not card.entry.date_corrected) for source in card.sources]
    return "\n\n".join(filter(None, lines)) + "\n"


def _picture(card: Card) -> str:
    """The event's picture, the smaller copy where there is one, and what stands below it."""
    if card.image is None:
        return ""
    image = card.image
    path = card.picture.path if card.picture else image.src
    below = " ".join(filter(None, (image.caption, f"© {image.credit}" if image.credit else "", image.licence)))
    return f"![{plain(image.alt)}](<../{path}>)" + (f"\n\n{plain(below)}" if below else "")


def _source(source: SourceView, *, with_steps: bool) -> str:
    quote = plain(source.before) + (f"**{plain(source.mark)}**" if source.mark else "") + plain(source.after)
    title = f"[{plain(source.cited.title)}]({source.cited.url})" if source.cited.url else plain(source.cited.title)
    cite = ", ".join(filter(None, (title, plain(source.cited.publisher), source.cited.published)))
    quoted = "\n".join(f"> {line}" for line in (*quote.splitlines(), "", f"— {cite}"))
    steps = "\n".join(f"{n}. {plain(step)}" for n, step in enumerate(source.steps if with_steps else (), 1))
    return "\n\n".join(filter(None, (quoted, steps)))
