"""Two events too unlike to be joined and too alike to print both; and those that only look alike."""

from dataclasses import replace

import pytest

from tests.coref.making import annotated, telling
from timeline.coref.features.pair import dates_agree
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.merging.repeating import repeated, weights
from timeline.coref.merging.story import Story
from timeline.coref.selection.model import least, model, weight
from timeline.coref.selection.repeats import OF_PAIR, are_headline_and_lead, are_of_two_days, heads, of_pair
from timeline.coref.similarity import model as similarity_model
from timeline.model import Annotated, Basis, Length, Name, Span

STRIKE = "Les dockers du Havre ont voté la grève mardi à une large majorité."


def one(quote: str, lemma: str, **facts: object) -> Annotated:
    return annotated(quote, lemma, **{"places": ("Le Havre",), **facts})


def _repeated(groups: list[list[EventMention]], likely: list[float]) -> list[bool]:
    return repeated(Story.of_groups(groups), likely, model(), similarity_model())


@pytest.mark.parametrize(
    ("quote", "lemma", "facts", "told"),
    [
        # the same act by a noun, told again the next day
        ("Le vote de la grève par les dockers du Havre inquiète.", "vote", {}, True),
        ("Les dockers du Havre ont voté mardi la grève à une large majorité.", "grève", {}, True),
        # another act of the same people on the same day
        ("Le maire a reçu une délégation à l'hôtel de ville.", "recevoir", {}, False),
        # the same words months later
        (
            "Les pilotes de la compagnie ont voté la reprise du travail.",
            "voter",
            {"date": "2023-09-01", "published": "2023-09-02"},
            False,
        ),
    ],
)
def test_what_is_told_already(quote: str, lemma: str, facts: dict[str, object], told: bool) -> None:
    first = telling(one(STRIKE, "voter", trigger="voté", article="a1"))
    later = telling(one(quote, lemma, **{"article": "a2", "published": "2023-03-16", **facts}))
    assert _repeated([[first], [later]], [0.6, 0.5]) == [False, told]


def test_two_words_of_one_sentence_that_tell_one_act() -> None:
    article = one(STRIKE, "voter", trigger="voté")
    (event,) = article.events
    start = STRIKE.index("grève")
    noun = replace(event, id="a1-2", trigger=Span(start, start + 5), lemma="grève", weight=0.3)
    pair = mentions_of(replace(article, events=(event, noun)), 1, {})
    assert _repeated([[pair[0]], [pair[1]]], [0.6, 0.3]) == [False, True]


@pytest.mark.parametrize("confidences", [(0.9, 0.1), (0.1, 0.9)])
def test_of_two_tellings_the_one_with_the_better_line_stays(confidences: tuple[float, float]) -> None:
    article = one(STRIKE, "voter", trigger="voté")
    (event,) = article.events
    start = STRIKE.index("grève")
    noun = replace(event, id="a1-2", trigger=Span(start, start + 5), lemma="grève")
    titled = tuple(
        replace(each, title_score=0.5, title_confidence=clear)
        for each, clear in zip((event, noun), confidences, strict=True)
    )
    voted, strike = weights([[each] for each in mentions_of(replace(article, events=titled), 1, {})])
    assert (voted > strike) is (confidences[0] > confidences[1])


@pytest.mark.parametrize(("round_", "told"), [("première", True), ("deuxième", False)])
def test_the_next_round_repeats_none(round_: str, told: bool) -> None:
    told_of = "Ana Vidal remporte la {} ronde de l'open d'échecs de Castelmar face à Piotr Zelman."
    one_, other = (
        telling(annotated(told_of.format(which), "remporter", article=article, date=day, published=day))
        for which, article, day in (("première", "a1", "2023-03-14"), (round_, "a2", "2023-03-15"))
    )
    assert _repeated([[one_], [other]], [0.6, 0.5]) == [False, told]


PARALLEL = (
    "L'épreuve masculine est remportée par Shōma Uno et la danse sur glace remportée par Charlène Guignard à Bergame."
)


@pytest.mark.parametrize(
    ("winners", "told"),
    [
        # a list of results, each of another person
        (("Shōma Uno", "Charlène Guignard"), False),
        # the same people twice: the second word tells the first one's act again
        (("Shōma Uno", "Shōma Uno"), True),
        (("Shōma Uno", "Uno"), True),
        # nobody is named: nothing says that there are two acts
        ((None, None), True),
    ],
)
def test_a_list_of_results_in_one_sentence_repeats_none(winners: tuple[str | None, str | None], told: bool) -> None:
    article = annotated(PARALLEL, "remporter", trigger="remportée", places=("Bergame",))
    (event,) = article.events
    again = PARALLEL.rindex("remportée")
    first, second = (
        replace(
            event,
            id=f"a1-{start}",
            trigger=Span(start, start + len("remportée")),
            title=f"{name or 'Un favori'} remporte l'épreuve de Bergame",
            people=(Name(name, name, event.span, "PER"),) if name else (),
        )
        for name, start in zip(winners, (event.trigger.start, again), strict=True)
    )
    pair = mentions_of(replace(article, events=(first, second)), 1, {})
    assert _repeated([[pair[0]], [pair[1]]], [0.6, 0.5]) == [False, told]


HEADLINE = "Le putsch a tué quatre personnes à Bissau"


@pytest.mark.parametrize(
    ("lead", "lemma", "word", "below", "told"),
    [
        ("Quatre personnes ont été tuées lors du coup d'État, a-t-on appris à l'hôpital.", "tuer", "tuées", 20, True),
        # a kindred word
        ("Quatre personnes sont mortes lors du coup d'État, a-t-on appris à l'hôpital.", "mourir", "mortes", 20, True),
        # another act
        ("La police a dispersé les manifestants à coups de gaz.", "disperser", "dispersé", 20, False),
        # the same word far below the headline: other victims
        ("Quatre personnes ont été tuées en 1998 dans une mutinerie.", "tuer", "tuées", 900, False),
    ],
)
def test_the_lead_tells_the_headline_again(lead: str, lemma: str, word: str, below: int, told: bool) -> None:
    whole = annotated(HEADLINE, "tuer", trigger="tué", title=HEADLINE, places=("Bissau",))
    (first,) = whole.events
    start = first.span.end + below
    (again,) = annotated(lead, lemma, trigger=word).events
    trigger = Span(start + again.trigger.start, start + again.trigger.end)
    moved = replace(again, id="a1-2", span=Span(start, start + len(lead)), trigger=trigger)
    headline, below_it = mentions_of(replace(whole, events=(first, moved)), 1, {})
    assert are_headline_and_lead(headline, below_it) is told
    assert not are_headline_and_lead(below_it, headline)


@pytest.mark.parametrize(("other", "told"), [("Paul Rey", True), ("Rey", True), ("Ana Vidal", False)])
def test_the_lead_tells_of_the_people_of_the_headline(other: str, told: bool) -> None:
    line, lead = "Paul Rey condamné à Gap", f"{other} a été condamné mardi par le tribunal de Gap."
    whole = annotated(line, "condamner", trigger="condamné", title=line, people=("Paul Rey",))
    (first,) = whole.events
    (again,) = annotated(lead, "condamner", trigger="condamné", people=(other,)).events
    start = first.span.end + 2
    trigger = Span(start + again.trigger.start, start + again.trigger.end)
    moved = replace(again, id="a1-2", span=Span(start, start + len(lead)), trigger=trigger)
    pair = mentions_of(replace(whole, events=(first, moved)), 1, {})
    assert are_headline_and_lead(*pair) is told


COUP = "Des militaires ont pris le pouvoir en Guinée-Bissau et suspendu la Constitution de Guinée-Bissau."
BANNED = "L'Union africaine a suspendu la Guinée-Bissau de ses activités après la prise du pouvoir par des militaires."


@pytest.mark.parametrize(
    ("quote", "lemma", "day", "apart"),
    [
        # another act on the next day, of the same country
        (BANNED, "exclure", "2023-03-15", True),
        # the same act, dated on the next day by another paper
        (COUP.replace("Des militaires", "Les militaires"), "prendre", "2023-03-15", False),
        # the same word, three days later: what happened again
        (COUP, "prendre", "2023-03-17", True),
        # an act of the same day may be the same one in other words
        (BANNED, "exclure", "2023-03-14", False),
    ],
)
def test_acts_of_two_days_in_two_articles(quote: str, lemma: str, day: str, apart: bool) -> None:
    first = telling(annotated(COUP, "prendre", trigger="pris", article="a1"))
    later = telling(annotated(quote, lemma, day, article="a2", published="2023-03-18"))
    assert are_of_two_days(first, later, dates_agree(first, later)) is apart


@pytest.mark.parametrize(("chance", "is_entry"), [(0.93, True), (0.8, True), (0.6, False), (0.2, False)])
def test_only_what_is_nearly_sure_to_be_published_is_an_entry_as_a_repeat(chance: float, is_entry: bool) -> None:
    assert (weight(chance, is_repeat=True) >= least(Length.NORMAL)) is is_entry
    assert weight(chance, is_repeat=True) < weight(chance, is_repeat=False) == chance


def test_what_is_published_later_makes_no_older_event_a_repeat() -> None:
    first = telling(one(STRIKE, "voter", trigger="voté", article="a1"))
    later = telling(one(STRIKE, "voter", trigger="voté", article="a2", published="2023-03-16"))
    assert _repeated([[first], [later]], [0.1, 0.9]) == [False, False]


def test_an_unlikely_event_is_not_compared() -> None:
    pair = [[telling(one(STRIKE, "voter", trigger="voté", article=each))] for each in ("a1", "a2")]
    assert _repeated(pair, [0.6, 0.01]) == [False, False]


def test_every_feature_of_a_pair_has_its_weight() -> None:
    mention = telling(one(STRIKE, "voter", trigger="voté", basis=Basis.STATED))
    assert len(of_pair([mention], [mention], similarity_model())) == len(OF_PAIR)
    assert set(model().of_pair) == {"", *OF_PAIR}
    assert list(heads([[mention, telling(one(STRIKE, "voter", article="a2"))]])) == [[mention]]
