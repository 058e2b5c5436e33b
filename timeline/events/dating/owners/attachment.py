"""Which time expression belongs to which mention, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.calendar import DAY
from timeline.events.context import Context
from timeline.events.dating.owners.against_parse import clause_around, described, tells
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.detection.predicates import Form
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Date, Granularity, Partial, Signal, Span, Timex, TimexType, Token

_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_MARKS = frozenset({",", ";", ":", "(", ")", "«", "»", "–", "—", "."})
_FRESH = 2 * DAY
"""What was so shortly before the article's day is the clause's own story: "le cargo, libre lundi, a heurté …"."""
_LINKS = frozenset({"ADP", "DET", "ADV", "PUNCT"})
_YEARS = function_words("year_noun")
_ANNOUNCE = function_words("announce")
_OF_WHICH = function_words("whose")


def attach(mentions: Sequence[Mention], timexes: Sequence[Timex]) -> Mapping[int, tuple[Timex, ...]]:
    """Find the expressions that each mention governs.

    An expression belongs to the first mention above it in the tree, so an attachment never crosses a clause border.
    An expression with no mention above it belongs to the nearest mention. An expression before the first of several
    coordinated clauses belongs to all of them.

    Returns:
        The expressions in text order, by the token index of the mention's trigger.
    """
    if not mentions:
        return {}
    owners = _owners(mentions)
    found: dict[int, list[Timex]] = {}
    for timex in timexes:
        owner = _owner(mentions, owners, timex)
        if owner is None:
            continue
        owner = described(mentions, owner, timex, found.get(owner.trigger.index, ())) or owner
        opened, clause = _opened_by(mentions, timex), clause_around(owners, owner, timex)
        beside = (one for one in (opened, clause) if one is not None and one is not owner)
        for mention in (owner, *beside, *_coordinated(mentions, owner, timex)):
            for owned in _with_its_noun(mentions, mention):
                found.setdefault(owned.trigger.index, []).append(timex)
    return {index: tuple(own) for index, own in found.items()}


def _with_its_noun(mentions: Sequence[Mention], owner: Mention) -> tuple[Mention, ...]:
    """A clause and the noun that stands in its place: "une session débutera", "le verdict est attendu vendredi".

    What is announced has a day of its own.
    """
    if owner.own_predicate is None or owner.lemma in _ANNOUNCE:
        return (owner,)
    top = owner.own_predicate.top.index
    nouns = (
        one for one in mentions if one is not owner and one.trigger.pos == "NOUN" and one.own_predicate is not None
    )
    return (owner, *(one for one in nouns if one.own_predicate is not None and one.own_predicate.top.index == top))


def _opened_by(mentions: Sequence[Mention], timex: Timex) -> Mention | None:
    """The clause that a date introduces: "celle du 26 septembre, lorsque la population craignait …"."""
    tree = mentions[0].tree
    following = [token for token in tree.tokens if token.start >= timex.span.end and token.text != ","][:1]
    if not following or following[0].lemma.lower() not in _WHEN:
        return None
    word = following[0]
    return next((one for one in mentions if one.own_predicate and word.head in one.own_predicate.parts), None)


def can_date(timex: Timex) -> bool:
    """Whether an expression can date an event: it is neither a repeated time nor a mere duration.

    Returns:
        True also for a vague reference ("récemment"), which has no date.
    """
    if timex.expression.type is TimexType.SET:
        return False
    if timex.expression.type is TimexType.DURATION:
        return timex.expression.signal is Signal.SINCE or timex.date is not None
    return timex.date is not None or timex.value in _VAGUE


def is_vague(timex: Timex) -> bool:
    """Whether an expression names no calendar period ("récemment", "actuellement").

    Returns:
        True for a reference to the past, the present or the future.
    """
    return timex.value in _VAGUE


def _owners(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        if mention.own_predicate is not None:
            for index in mention.own_predicate.parts:
                found.setdefault(index, mention)
    for mention in mentions:
        if mention.frame is not Frame.OBLIQUE:
            found[mention.trigger.index] = mention
    return found


def _owner(mentions: Sequence[Mention], owners: Mapping[int, Mention], timex: Timex) -> Mention | None:
    tree = mentions[0].tree
    top = tree.top(timex.span)
    if top is None:
        return None
    chain = (owners[token.index] for token in tree.ancestors(top) if token.index in owners)
    above = next((mention for mention in chain if not _opens_after(mention, timex)), None)
    if above is not None and not _crosses_boundary(tree, above.trigger, top):
        return above
    in_clause = [mention for mention in mentions if not _crosses_boundary(tree, mention.trigger, top)]
    return _nearest(in_clause or mentions, timex.span) if above is None or in_clause else above


def _opens_after(mention: Mention, timex: Timex) -> bool:
    """Whether the mention's clause begins after the expression: "sera à Marseille jeudi afin d'y manifester"."""
    if mention.own_predicate is None:
        return False
    tree, top = mention.tree, mention.own_predicate.top
    openers = [child for child in tree.dependents(top) if child.index < top.index and _opens(child, top)]
    return not tree.is_root(top) and any(timex.span.end <= opener.start for opener in openers)


def _opens(token: Token, top: Token) -> bool:
    infinitive = token.dep == "case" and top.verb_form == "Inf"
    return infinitive or token.dep.startswith("mark") or token.pron_type == "Rel"


_WHEN = function_words("when")
_WALLS = frozenset({".", ";", "!", "?", "…"})


def _crosses_boundary(tree: Tree, one: Token, other: Token) -> bool:
    """Whether a full stop, a semicolon or a quotation mark separates the two tokens.

    A full stop or semicolon means that the parse has crossed a sentence end; a quotation has its own dates.
    """
    first, last = sorted((one.index, other.index))
    between = [token.text for token in tree.tokens[first:last]]
    opened, closed = (sum(text in marks for text in between) for marks in (("«", "“"), ("»", "”")))
    return opened != closed or any(text in _WALLS for text in between)


def _nearest(mentions: Sequence[Mention], span: Span) -> Mention:
    return min(mentions, key=lambda mention: (_distance(mention.trigger, span), mention.trigger.index))


def _distance(token: Token, span: Span) -> int:
    return min(abs(token.start - span.end), abs(span.start - token.end))


def _coordinated(mentions: Sequence[Mention], owner: Mention, timex: Timex) -> tuple[Mention, ...]:
    """The clauses that share the expression with the owner's clause.

    An expression at the beginning of the sentence dates all coordinated clauses of the same tense. An expression at
    the end dates the participles that share an auxiliary: "a été pris à partie et agressé hier".
    """
    predicate = owner.predicate
    if predicate is None:
        return ()
    opens = timex.span.end <= predicate.top.start
    return tuple(
        mention
        for mention in mentions
        if mention is not owner and (_follows(owner, mention) if opens else _shares_auxiliary(owner, mention))
    )


def _follows(owner: Mention, mention: Mention) -> bool:
    one, other = owner.predicate, mention.own_predicate
    if one is None or other is None:
        return False
    return other.top.dep.startswith("conj") and other.top.head in one.parts and other.tense == one.tense


def _shares_auxiliary(owner: Mention, mention: Mention) -> bool:
    one, other = owner.predicate, mention.own_predicate
    if one is None or other is None:
        return False
    return (
        one.top.dep.startswith("conj")
        and one.top.head in other.parts
        and one.form is Form.PARTICIPLE
        and len(one.parts) == 1
    )


# --- expressions that describe, and date no clause -------------------------------------------------------------------


def is_of_an_aside(context: Context, mention: Mention, timex: Timex) -> bool:
    """Whether an expression is part of a description in commas or brackets, without the clause's own words.

    The description has no article and no finite verb ("en poste depuis 2014", "parti de Southampton le 10 avril",
    "finaliste il y a deux ans"). An expression that stands alone between commas, or opens its part, dates the clause;
    so does a description that opens the sentence ("Fondée en 1908, la maison employait …").

    Args:
        context: The article's context, for its day.
        mention: The mention that governs the expression.
        timex: The expression.

    Returns:
        True only for a verb.
    """
    predicate, tree = mention.own_predicate, mention.tree
    if predicate is None or mention.trigger.index not in predicate.parts:
        return False
    part = _part(tree, timex.span)
    others = [token for token in part if not timex.span.start <= token.start < timex.span.end]
    if _picks_some(others):
        return True
    if not part or part[0].index == 0 or any(tells(token) or token.index in predicate.parts for token in others):
        return False
    before = [token for token in others if token.end <= timex.span.start]
    since = timex.expression.signal is Signal.SINCE
    if all(token.pos in _LINKS for token in before):
        return since and tree.tokens[part[0].index - 1].text == "("
    return (since or (_describes(before) and not _is_fresh(context, timex.date))) and not _opened_by([mention], timex)


def _picks_some(words: Sequence[Token]) -> bool:
    """ "trois condamnations, dont une en 2018": the words are of some that are counted, and have no noun nor verb."""
    picks = bool(words) and words[0].lemma.lower() in _OF_WHICH
    return picks and all(token.pos in ("PRON", "NUM", "DET", "ADP", "ADV", "PUNCT") for token in words)


def _part(tree: Tree, span: Span) -> Sequence[Token]:
    """The words around an expression up to the next marks: commas, brackets, quotation marks."""
    inside = [token.index for token in tree.sentence.within(span)]
    if not inside:
        return ()
    first, last = inside[0], inside[-1]
    while first and tree.tokens[first - 1].text not in _MARKS:
        first -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].text not in _MARKS:
        last += 1
    return tree.tokens[first : last + 1]


def _describes(words: Sequence[Token]) -> bool:
    """Whether the words begin like a description: a participle, an adjective or a noun without an article."""
    first = next((token for token in words if token.pos not in ("ADV", "CCONJ")), None)
    return first is not None and (first.verb_form == "Part" or first.pos in ("ADJ", "NOUN"))


def _is_fresh(context: Context, date: Date | None) -> bool:
    published = context.published.begin
    if date is None or published is None:
        return True
    return date.begin is not None and published - _FRESH <= date.begin < published + DAY


def is_edition(context: Context, tree: Tree, timex: Timex) -> bool:
    """Whether a year right behind a noun names this year's edition: "les Jeux d'hiver 2018", "la saison 2016".

    Not where it is another year ("l'édition 2019 aura lieu"), nor behind a noun of time ("durant l'année 2018").

    Returns:
        True where the year is part of a name, and says nothing of the day.
    """
    meaning, date = timex.expression.meaning, timex.date
    if not isinstance(meaning, Partial) or date is None or date.granularity is not Granularity.YEAR:
        return False
    published = context.published.begin
    if date.begin is None or date.end is None or published is None or not date.begin <= published < date.end:
        return False
    if not timex.expression.text.isdigit():
        return False
    before = [token for token in tree.tokens if token.end <= timex.span.start][-1:]
    return bool(before) and before[0].pos in ("NOUN", "PROPN", "ADJ") and before[0].lemma.lower() not in _YEARS
