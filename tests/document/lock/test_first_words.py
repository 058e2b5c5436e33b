"""Two sentences that begin alike: the file has a word more of each, so that a reader knows which is which."""

from __future__ import annotations

import pytest

from tests.document.examples import ARTICLES, VISIT, build, changed, entry, first, read, shown, understand
from timeline.document import Extraction, FileTexts, Head, tidy, update
from timeline.document.lock.first_words import FirstWords, Sentence
from timeline.document.lock.quotes import beginnings, is_shortened, shortened

ROUEN = "Un incendie a détruit mercredi un entrepôt dans la zone industrielle de Rouen."
LILLE = "Un incendie a détruit jeudi un entrepôt dans la zone industrielle de Lille."
TITLE = "Un incendie détruit un entrepôt"
FIRE = entry("rouen", "2021-06-30", "Un entrepôt brûle à Rouen", ("afp-1", ROUEN))
OTHER = entry("lille", "2021-07-01", "Un entrepôt brûle à Lille", ("afp-1", LILLE))
LATER = entry("lille", "2022-07-01", "Un entrepôt brûle à Rouen", ("afp-2", LILLE))


def quotes(text: str | None) -> list[str]:
    """The quotes as the file has them."""
    return [source.quote for one in read(text or "").entries for source in one.sources]


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "Il pleut.",
        ROUEN,
        "« Non », a dit le maire, « nous n'irons pas : il pleut » — et il est parti, sans un mot, à pied.",
        "x" * 100,
        "a " * 500,
        "— " * 60,
    ],
)
def test_beginnings_are_ever_longer_exact_prefixes(quote: str) -> None:
    found = list(beginnings(quote))
    assert found[0] == shortened(quote)
    assert found[-1] == quote
    assert all(quote.startswith(one) for one in found)
    assert [len(one) for one in found] == sorted({len(one) for one in found})
    assert all(is_shortened(one, quote) for one in found[:-1])


@pytest.mark.parametrize(
    ("short", "is_it"),
    [
        ("Un incendie", True),
        ("Un incendie a détruit mercredi", True),
        (ROUEN[:-1], True),
        (ROUEN, False),
        ("Un", False),
        ("Un incendie a détruit mer", False),
        ("Un incendie a détruit jeudi", False),
        ("", False),
    ],
)
def test_the_machine_cuts_behind_a_word(short: str, is_it: bool) -> None:
    assert is_shortened(short, ROUEN) is is_it


@pytest.mark.parametrize(
    ("others", "text", "words"),
    [
        ([], "", "Un incendie"),
        ([Sentence("afp-1", "", ROUEN)], "", "Un incendie"),
        ([Sentence("afp-1", "", LILLE)], "", "Un incendie a détruit mercredi"),
        ([Sentence("afp-2", "", LILLE)], "", "Un incendie"),
        ([Sentence("afp-2", TITLE, LILLE)], "", "Un incendie a détruit mercredi"),
        ([Sentence("afp-1", "", ROUEN[:-1] + " ou de Lille.")], "", ROUEN),
        ([], f"{ROUEN} {LILLE}", "Un incendie a détruit mercredi"),
        ([], f"{ROUEN} Un incendie ! Encore.", "Un incendie a"),
        ([], f"{ROUEN} {ROUEN}", "Un incendie"),
        ([], "Un incendie\na détruit", "Un incendie"),
    ],
)
def test_as_many_words_as_tell_a_sentence_from_the_others(others: list[Sentence], text: str, words: str) -> None:
    """From those of its article and of events with its title; the same sentence twice can be told by nothing."""
    assert FirstWords(others, {"afp-1": ("Un titre", text)}).of(Sentence("afp-1", TITLE, ROUEN)) == words


@pytest.mark.parametrize("other", [OTHER, LATER], ids=["one article", "one title"])
def test_two_events_whose_sentences_begin_alike_can_be_told_apart(other: object) -> None:
    text, lock = first(FIRE, other)
    assert quotes(text) == ["Un incendie a détruit mercredi", "Un incendie a détruit jeudi"]
    assert shown(text, lock) == [ROUEN, LILLE]
    again = build(text, lock, FIRE, other)
    assert (again.text, again.lock) == (text, lock)
    tidied = tidy(text, lock, understand=understand)
    assert (tidied.text, tidied.lock) == (text, lock)


@pytest.mark.parametrize("other", [OTHER, LATER], ids=["one article", "one title"])
def test_a_quote_stays_and_the_new_one_is_longer(other: object) -> None:
    """Git would see a change of the older event; `timeline fmt` tells the two apart."""
    text, lock = first(FIRE)
    later = build(text, lock, FIRE, other)
    assert quotes(later.text) == ["Un incendie", "Un incendie a détruit jeudi"]
    assert shown(later.text, later.lock) == [ROUEN, LILLE]
    tidied = tidy(later.text or "", later.lock, understand=understand)
    assert quotes(tidied.text) == ["Un incendie a détruit mercredi", "Un incendie a détruit jeudi"]
    assert shown(tidied.text, tidied.lock) == [ROUEN, LILLE]
    again = build(tidied.text, tidied.lock, FIRE, other)
    assert (again.text, again.lock) == (tidied.text, tidied.lock)


@pytest.mark.parametrize(("article", "title"), [("afp-1", "La forêt brûle"), ("afp-2", "Un entrepôt brûle à Rouen")])
def test_a_new_quote_is_not_that_of_a_deleted_event(article: str, title: str) -> None:
    text, lock = first(FIRE)
    without = build(text[: text.index("- id: rouen")], lock, FIRE)
    other = entry(
        "forest", "2022-07-01", title, (article, "Un incendie a ravagé pendant trois jours la forêt de Brotonne.")
    )
    later = build(without.text, without.lock, FIRE, other)
    assert quotes(later.text) == ["Un incendie a ravagé"]


def test_the_articles_title_is_searched_too() -> None:
    words = FirstWords([], {"afp-1": ("Un incendie à Rouen", ROUEN)}).of(Sentence("afp-1", TITLE, ROUEN))
    assert words == "Un incendie a"
    title = FirstWords([], {"afp-1": ("Un incendie détruit un entrepôt à Rouen, aucun blessé", ROUEN)})
    assert (
        title.of(Sentence("afp-1", TITLE, "Un incendie détruit un entrepôt à Rouen, aucun blessé"))
        == "Un incendie détruit"
    )


def test_what_only_the_article_repeats_adds_up_to_a_short_quote() -> None:
    """`timeline fmt` reads no article: it would shorten a longer one."""
    far = f"{ROUEN[:42]} de meubles, dont rien ne reste."
    assert FirstWords([], {"afp-1": (far, ROUEN)}).of(Sentence("afp-1", TITLE, ROUEN)) == ROUEN[:33]
    known = [Sentence("afp-1", "", far)]
    assert FirstWords(known, {"afp-1": (far, ROUEN)}).of(Sentence("afp-1", TITLE, ROUEN)) == f"{ROUEN[:42]} dans"
    head, texts = Head(title="Essai"), {"afp-1": (far, ROUEN)}
    made = update(FileTexts(), Extraction([FIRE], ARTICLES, texts=texts), understand=understand, head=head)
    tidied = tidy(made.text or "", made.lock, understand=understand)
    assert (tidied.text, tidied.lock) == (made.text, made.lock)


def test_the_articles_text_tells_what_mentions_no_event() -> None:
    head, texts = Head(title="Essai"), {"afp-1": ("Un titre", f"{LILLE} {ROUEN}")}
    made = update(FileTexts(), Extraction([FIRE], ARTICLES, texts=texts), understand=understand, head=head)
    assert quotes(made.text) == ["Un incendie a détruit mercredi"]
    again = build(made.text, made.lock, FIRE)
    assert (again.text, again.lock) == (made.text, made.lock), "it stays, whatever is known of the article"
    reworded = ROUEN.replace("Un incendie", "Un feu")
    changed_ = changed(FIRE, sources=(changed(FIRE.sources[0], quote=reworded),))
    assert quotes(build(made.text, made.lock, changed_).text) == ["Un feu a détruit"]


def test_a_source_moved_by_hand_is_known_by_its_words() -> None:
    """A person moves the line of one of two sentences that begin alike to another event."""
    text, lock = first(FIRE, OTHER, VISIT)
    start = text.index("- id: rouen")
    end = text.index("- id: lille")
    moved = text[:start] + text[end:].replace(
        "\n\n- id: visit", "\n  - article: afp-1\n    quote: MOVED\n\n- id: visit"
    )
    for words in ("Un incendie a détruit mercredi", "Un incendie a détruit jeudi"):
        mine = moved.replace("MOVED", words)
        whole = {"m": ROUEN, "j": LILLE}[words.removeprefix("Un incendie a détruit ")[0]]
        assert whole in shown(mine, lock), "at once"
        updated = build(mine, lock, FIRE, OTHER, VISIT)
        assert updated.text == mine
        assert whole in shown(updated.text, updated.lock)


@pytest.mark.parametrize("own", ["Un incendie a détruit mercredi un entrepôt", "Un incendie a détruit"])
def test_a_person_who_cuts_a_quote_keeps_their_cut(own: str) -> None:
    """Even where the machine might have cut there."""
    text, lock = first(FIRE)
    mine = text.replace("quote: Un incendie\n", f"quote: {own}\n")
    updated = build(mine, lock, FIRE)
    assert updated.text == mine
    assert shown(mine, lock) == shown(mine, updated.lock) == [own]
    again = build(mine, updated.lock, FIRE)
    assert (again.text, again.lock) == (mine, updated.lock)
    tidied = tidy(mine, updated.lock, understand=understand)
    assert tidied.text == mine
