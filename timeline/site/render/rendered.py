"""A timeline with its events written once, for all the pages that show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from timeline.model import Entry, Timeline
from timeline.site.base.cache import RenderCache
from timeline.site.base.draft import Draft, digest_of
from timeline.site.base.options import SiteOptions
from timeline.site.base.page import Page, fill, templates
from timeline.site.base.pieces import Piece, Pieces, in_blocks
from timeline.site.base.routes import anchor, root
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card, Folder, card, folder
from timeline.site.parts.days import Heading
from timeline.site.render.earlier import Earlier, known_topics, standing
from timeline.site.render.periods import PeriodPage, booklets, split

_MOST_WHOLE = 1_000  # events that `all.html` holds: about 70 printed pages, 2 MB
_UP = "\0"  # stands for the way to the folder in what is written once for several pages; no clean text has it


@dataclass(frozen=True, slots=True)
class Written:
    """A clean timeline with what is rendered of it.

    Its cards in reading order, each event's HTML by id (whole, and in short), the periods that it is split into,
    if it is, and the parts that it is printed in, where it is too long for one.

    `place` names the page of the timeline's folder that each event stands on. `keep` has what an earlier build made.
    `marks` are digests of all that an event's HTML depends on, by id; `common` is that of what all pages share.
    `said` gives the sentence of `summary` for all events. `blocks` gives all cards in blocks, each with a digest of the
    marks of its events. `pieces` are parts of exports, of a build that keeps them.
    """

    shared: Folder
    options: SiteOptions
    cards: tuple[Card, ...]
    items: Mapping[str, str]
    shorts: Mapping[str, str]
    periods: tuple[PeriodPage, ...]
    booklets: tuple[PeriodPage, ...]
    place: Mapping[str, str]
    marks: Mapping[str, str]
    common: str
    said: Callable[[], str]
    blocks: Callable[[], Sequence[tuple[str, tuple[Card, ...]]]]
    keep: RenderCache = field(default_factory=RenderCache)
    pieces: Pieces | None = None

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.shared.slug

    @property
    def earlier(self) -> Earlier:
        """What the next build may take of its events."""
        lines = self.options.margin is not None
        return Earlier(self.shared, self.cards, self.place, self.marks, self.items, self.shorts, lines)

    @property
    def picture(self) -> str:
        """The path of what networks show beside a link to its pages: the site's own picture, its card, or ""."""
        return self.options.social_image or (f"{self.slug}/card.png" if self.options.site_url else "")

    def joined(
        self,
        name: str,
        make: Callable[[Card], Piece],
        between: Piece,
        about: str = "",
        unseen: Callable[[Card], object] = lambda _: None,
    ) -> Piece:
        """What `make`, known as `name`, makes of all events, with `between` between them; an empty part is left out.

        It may count on what the HTML of its card shows, its place, the timeline's language and the site's address
        alone, on what `about` says, and on what `unseen` gives of a card that its HTML does not show.
        """
        slug, url, keep, place = self.slug, self.options.site_url, self.keep, self.place

        def said(cards: Sequence[Card]) -> Piece:
            parts = (
                keep.get((name, slug, one.id), (one, place[one.id], url, about), partial(make, one)) for one in cards
            )
            return between.join(filter(None, parts))

        if self.pieces is None:
            return said(self.cards)
        blocks = self.blocks()
        marks = [f"{mark} {digest_of(list(map(unseen, cards)))}" for mark, cards in blocks]
        around = self.common + about
        parts = self.pieces.each(f"{slug} {name}", around, marks, lambda at: said(blocks[at][1]))
        return between.join(filter(None, parts))

    def each_of(
        self, name: str, each: Sequence[tuple[object, Sequence[Card]]], make: Callable[[int], Piece]
    ) -> list[Piece]:
        """What `make`, known as `name`, makes of a value, which its `repr` says whole, and of events, for each of some.

        It is given the place among these, and may count on what `joined` may count on.
        """
        if self.pieces is None:
            return list(map(make, range(len(each))))
        marks = [digest_of((about, self.marks_of(cards))) for about, cards in each]
        return self.pieces.each(f"{self.slug} {name}", self.common, marks, make)

    def day(self, shown: tuple[Heading, str], make: Callable[[], str]) -> str:
        """A day of the timeline's own pages, which stands on two of them."""
        return self.keep.get(("day", self.slug, shown[0].key), shown, make)

    def short_day(self, path: str) -> Callable[[tuple[Heading, str], Callable[[], str]], str]:
        """The same for the page at `path`, which shows its events in short."""
        return lambda shown, make: self.keep.get(("day", self.slug, path, shown[0].key), shown, make)

    def draft(self, path: str, shown: Callable[[], object], make: Callable[[], Page]) -> Draft:
        """The page at `path` in the folder, which depends on `shown` and on what all pages of the folder share."""

        def seen() -> object:
            return path, self.common, shown()

        def made() -> Page:
            return self.keep.get(("page", self.slug, path), seen(), make) if self.keep.lasting else make()

        return Draft(f"{self.slug}/{path}", self.slug, seen, made)

    def digest_of_exports(self) -> str:
        """A digest of what the files beside its pages depend on: its events, their articles, the corrections."""
        shared = self.shared
        changes = self.options.changes.get(shared.timeline.slug, ())
        pages = list(shared.article_pages.items())
        marks = [mark for mark, _ in self.blocks()]
        return digest_of((self.common, marks, shared.timeline.articles, pages, changes))

    def digest_of_pages(self) -> str:
        """A digest of what the pages of its folder depend on, but the first: that one alone shows what weighs most."""
        slug, options = self.shared.timeline.slug, self.options
        touched, to_review = options.touched.get(slug, ()), options.to_review.get(slug, ())
        review = (options.redirects.get(slug, {}), sorted(touched), sorted(to_review))
        return digest_of((self.digest_of_exports(), review))

    def marks_of(self, cards: Sequence[Card]) -> tuple[str, ...]:
        """The marks of some of its events."""
        return tuple(self.marks[shown.id] for shown in cards)


def write(
    timeline: Timeline,
    slug: str,
    options: SiteOptions,
    before: Earlier | None = None,
    keep: RenderCache | None = None,
    pieces: Pieces | None = None,
) -> Written:
    """Makes the cards of a clean timeline and writes each event once.

    What `before`, an earlier build of the same timeline, has of events that are still the same is taken from it.

    Args:
        timeline: A clean timeline.
        slug: The name of its folder.
        options: Those of the site.
        before: What an earlier build made of the same timeline.
        keep: What an earlier build of a preview made.
        pieces: The parts of exports that an earlier build made.

    Returns:
        The timeline with each event's HTML.
    """
    shared = folder(timeline, slug, options, known_topics(before, timeline, options))
    aliases = _aliases(options.redirects.get(timeline.slug, {}))
    lines = options.margin is not None
    stands = standing(before, shared, lines=lines)
    cards = tuple(
        stands(entry, aliases.get(entry.id, ())) or card(entry, shared, aliases=aliases.get(entry.id, ()))
        for entry in (timeline.entries if lines or shared.edit_url else map(_without_line, timeline.entries))
    )
    kept = {*map(id, before.cards)} if before else set()
    periods = split(cards, options.per_page) if len(cards) > options.per_page else ()
    parts = booklets(cards, _MOST_WHOLE) if len(cards) > _MOST_WHOLE else ()
    place = {made.id: f"{period.name}.html" for period in periods for made in period.cards}
    place = place or {made.id: "index.html" for made in cards}
    event, compact = _macro("event"), _macro("compact")
    by_id = {made.id: made for made in cards}
    same = [made.id for made in cards if id(made) in kept]
    stay = [key for key in same if before and before.place[key] == place[key]]
    was = before or Earlier(shared, (), {}, {})
    marks = _OnDemand(lambda key: mark(by_id[key], place[key], shared), was.marks, stay)
    return Written(
        shared,
        options,
        cards,
        _OnDemand(lambda key: str(event(by_id[key], shared.words, lines)), was.items, same),
        _OnDemand(lambda key: str(compact(by_id[key], shared.words, _UP, place[key])), was.shorts, stay),
        periods,
        parts,
        place,
        marks,
        _common_to_pages(shared, options, bool(parts)),
        cache(partial(_summary, shared, cards)),
        cache(partial(_in_blocks, cards, marks)),
        keep or RenderCache(),
        pieces,
    )


def _in_blocks(cards: tuple[Card, ...], marks: Mapping[str, str]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The cards in blocks, each with a digest of the marks of its events."""
    blocks = (cards[block] for block in in_blocks([card.id for card in cards]))
    return tuple((digest_of([marks[card.id] for card in block]), block) for block in blocks)


class _OnDemand(dict[str, str]):
    """Texts by an event's id, each made when it is first asked for; those of `same` are taken from `before`."""

    def __init__(self, make: Callable[[str], str], before: Mapping[str, str], same: Sequence[str]) -> None:
        super().__init__({key: before[key] for key in same if key in before})
        self._make = make

    def __missing__(self, key: str) -> str:
        made = self[key] = self._make(key)
        return made


def mark(shown: Card, place: str, shared: Folder) -> str:
    """A digest of all that an event's HTML depends on: it shows neither weight nor confidence, which change often.

    Args:
        shown: The event.
        place: The page that it stands on.
        shared: What the pages of its timeline share; sources are printed with its numbers.

    Returns:
        Hexadecimal digits.
    """
    numbers = [shared.numbers.get(source.cited) for source in shown.entry.sources]
    entry = replace(shown.entry, weight=None, confidence=None, date_confidence=None, title_confidence=None)
    return digest_of((replace(shown, entry=entry), place, numbers))


def _without_line(entry: Entry) -> Entry:
    """An event as a site shows it that does not lead to the lines of its file: a line more above changes nothing."""
    return replace(entry, line=0) if entry.line else entry


def _common_to_pages(shared: Folder, options: SiteOptions, in_parts: bool) -> str:
    """A digest of what every page of a folder depends on: the title, the tabs, the links to exports, the options."""
    timeline, words = shared.timeline, shared.words
    shows = (sorted(shared.kinds), bool(shared.article_pages), shared.has_map, in_parts)
    plain = replace(options, changes={}, redirects={}, margin=None, touched={}, to_review={})
    return digest_of((timeline.title, timeline.description, words.language, shows, plain))


def _aliases(redirects: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each event the ids that it had before others were merged into it, through any number of merges."""
    found: dict[str, tuple[str, ...]] = {}
    for old in redirects:
        new, seen = old, {old}
        while (following := redirects.get(new)) and following not in seen:
            new = following
            seen.add(new)
        found[new] = (*found.get(new, ()), anchor(old))
    return found


@cache
def _macro(name: str) -> Callable[..., str]:
    macro: Callable[..., str] = getattr(templates().get_template("parts/event.html").module, name)
    return macro


def short(written: Written, up: str) -> Callable[[Card], str]:
    """How an event is written in short on a page from which `up` leads to the timeline's folder.

    Args:
        written: The timeline.
        up: From the page to the folder: "" or "../".

    Returns:
        Gives the HTML of an event by its card.
    """
    shorts = written.shorts
    return lambda shown: shorts[shown.id].replace(_UP, up)


def short_anew(written: Written, shown: Card) -> str:
    """An event in short, for a card that is not as it stands on the timeline.

    Returns:
        HTML for a page of the timeline's own folder.
    """
    return _macro("compact")(shown, written.shared.words, "", written.place[shown.id])


def page(written: Written, path: str, title: str, template: str, **context: object) -> Page:
    """A page of the timeline's folder: `template` filled in with what all of them need.

    Args:
        written: The timeline.
        path: Where the page is in its folder.
        title: What heads it.
        template: The path of the template.
        context: What this template needs besides.

    Returns:
        The page before its frame.
    """
    shared = written.shared
    up = root(path)
    context = {"script_words": page_parts.script_words(shared.words), "index": f"{up}search.js", "chips": [], **context}
    context = {
        "exports": page_parts.exports(shared.words, up, in_parts=bool(written.booklets)),
        "links": page_parts.tabs(shared, path, up),
        **context,
    }
    body = fill(template, w=shared.words, timeline=shared.timeline, title=title, up=up, **context)
    heading = f"{title} – {shared.timeline.title}" if title != shared.timeline.title else title
    description = str(context.get("summary") or context.get("intro") or f"{heading}. {summary(written, written.cards)}")
    return Page(
        path=f"{shared.slug}/{path}",
        title=heading,
        body=body,
        language=shared.timeline.language,
        description=description,
        timeline=shared.slug,
        image=written.picture,
    )


def summary(written: Written, cards: Sequence[Card]) -> str:
    """How many events, when, from how many articles.

    Returns:
        A sentence in the timeline's language.
    """
    return written.said() if cards is written.cards else _summary(written.shared, cards)


def _summary(shared: Folder, cards: Sequence[Card]) -> str:
    articles = page_parts.cited_articles([shown.entry for shown in cards])
    return page_parts.summary(cards, shared.words, articles)
