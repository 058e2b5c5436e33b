"""The complement that the article first gave to a bare noun: "la mesure" is "la mesure de confinement"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.types import Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.elisions import rejoined
from timeline.model import Token

_KNOWN, _DEMONSTRATIVE = function_words("known_determiner"), function_words("demonstrative_determiner")
_LONGEST = 45
_WORDS = 8
_LETTERS, _LONGEST_ABBREVIATION = 2, 5
_DEFINITE_LETTER = tuple(function_words("definite_letter"))
_SPECIFIES = ("nmod", "amod", "appos", "acl", "nummod", "flat")


def fuller(context: HeadlineContext, tree: Tree, noun: Token) -> str:
    """The complement from an earlier sentence for a noun that has none here.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the noun's sentence.
        noun: A common noun with "le", "la", "les", "ce" or "cette" before it.

    Returns:
        The words to put after the noun; "" if it has a complement here, or the article gave it none or several.
    """
    if noun.pos != "NOUN" or noun.entity or not _points(tree, noun) or tree.has(noun, *_SPECIFIES):
        return ""
    start, number = tree.sentence.span.start, noun.number
    given = (text for at, text, of in _given(context, noun) if at < start and of == number)
    found = sorted(set(given), key=len)
    return found[0] if found and all(f"{text} ".startswith(f"{found[0]} ") for text in found) else ""


def _given(context: HeadlineContext, noun: Token) -> Iterator[tuple[int, str, str | None]]:
    """What the article has behind the noun; behind "état" it is not what "le chef de l'Etat" is of."""
    words = (_word(noun),) if _is_capital(noun) else (_word(noun), _word(noun).upper())
    return chain.from_iterable(_complements(context).get(one, ()) for one in words)


def _is_capital(noun: Token) -> bool:
    return noun.index > 0 and noun.text[:1].isupper()


def _points(tree: Tree, noun: Token) -> bool:
    """Whether the noun is presented as known."""
    return any(child.lemma.lower() in _KNOWN for child in tree.dependents(noun, "det"))


def _complements(context: HeadlineContext) -> dict[str, list[tuple[int, str, str | None]]]:
    """By lemma: the beginning of each sentence, the words it puts after the noun, the noun's number."""
    return context.trees[0].remembered("complements", context.trees, lambda: _indexed(context))


def _indexed(context: HeadlineContext) -> dict[str, list[tuple[int, str, str | None]]]:
    found: dict[str, list[tuple[int, str, str | None]]] = {}
    for tree in context.trees:
        for lemma, text, number in _of_sentence(context, tree):
            found.setdefault(lemma, []).append((tree.sentence.span.start, text, number))
    return found


def _of_sentence(context: HeadlineContext, tree: Tree) -> Iterator[tuple[str, str, str | None]]:
    hidden, quoted = timex_tokens(context, tree), in_quotes(tree)
    for noun in tree.tokens:
        if noun.pos != "NOUN" or noun.entity == "PER" or noun.index in quoted:
            continue
        if _is_one_of_two(tree, noun):
            yield _word(noun), "", noun.number  # nothing then says which one is meant
            continue
        words = _behind(context, tree, noun)
        text = context.context.article.text[words[0].start : words[-1].end] if words else ""
        plain = not any(word.index in hidden or word.pos in ("PUNCT", "PRON", "VERB", "AUX") for word in words)
        if text and plain and len(text) <= _LONGEST and "\n" not in text and not _shouts(text):
            yield _word(noun), rejoined(" ".join(text.split())), noun.number


def _word(noun: Token) -> str:
    """The lemma, in capitals for what only its capital tells apart: "le chef de l'Etat", "l'état de siège"."""
    lemma = noun.lemma.lower()
    return lemma.upper() if _is_capital(noun) else lemma


def _shouts(text: str) -> bool:
    """Whether it is a word of a headline in capitals: "la cour MARTIALE"; not an abbreviation."""
    return text.isupper() and len(text) > _LONGEST_ABBREVIATION


def _is_one_of_two(tree: Tree, noun: Token) -> bool:
    """Whether the sentence says twice which one the noun means: "au lycée Hugo et au lycée Jean Moulin"."""
    lemma, number = noun.lemma, noun.number
    alike = [one for one in tree.tokens if one.lemma == lemma and one.number == number]
    return len(alike) > 1 and sum(tree.has(one, *_SPECIFIES) for one in alike) > 1


def _behind(context: HeadlineContext, tree: Tree, noun: Token) -> tuple[Token, ...]:
    """The words right after a noun that are its complement.

    "(l'attaque) contre l'état-major"; no words of a quotation or a list.
    """
    if tree.has(noun, "conj"):
        return ()
    end = noun.index
    for child in tree.dependents(noun, "nmod", "appos", "flat", "amod"):
        whole = tree.subtree(child)
        if child.index < noun.index and child.relation == "amod":
            continue
        if child.index < noun.index or whole[0].index != end + 1:
            break
        below = _before_an_aside(tree, child, whole)
        if not below or not _says_which(context, tree, child, below) or _is_too_long(tree, noun, below[-1]):
            break
        if any(word.relation in ("acl", "conj", "advcl", "parataxis") for word in below):
            break
        if any(word.is_possessive or word.lemma in _DEMONSTRATIVE for word in below):
            break
        if _begins_a_list(tree, child, below[-1]):
            return ()
        end = below[-1].index
        if len(below) < len(whole):
            break
    return tree.tokens[noun.index + 1 : end + 1]


def _begins_a_list(tree: Tree, child: Token, last: Token) -> bool:
    """Whether a comma and the same preposition follow: "les ambassadeurs de l'Allemagne, de la Belgique et de l'UE"."""
    case, after = tree.first(child, "case"), tree.tokens[last.index + 1 : last.index + 3]
    return case is not None and len(after) > 1 and after[0].text == "," and after[1].lemma == case.lemma


def _before_an_aside(tree: Tree, child: Token, below: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a complement before its first bracket, comma, participle or relative clause.

    "sur les explosions de Dortmund | (Allemagne)", "à la SNCF | annoncée par les syndicats".
    """
    starts = [tree.subtree(word)[0].index for word in below if word.relation == "acl"]
    ends = min([*starts, *(word.index for word in below if word.pos == "PUNCT")], default=below[-1].index + 1)
    return tuple(word for word in below if word.index < ends) if child.index < ends else ()


def _is_too_long(tree: Tree, noun: Token, last: Token) -> bool:
    return last.index - noun.index > _WORDS or last.end - tree.tokens[noun.index + 1].start > _LONGEST


def _says_which(context: HeadlineContext, tree: Tree, child: Token, below: tuple[Token, ...]) -> bool:
    """Whether the words identify the referent: "de confinement", "contre l'état-major", a name ("Akatsuki")."""
    case = tree.first(child, "case")
    if child.relation == "amod":
        relational = tuple(context.words.get("relational_endings"))
        return child.pos == "ADJ" and len(below) == 1 and child.text.endswith(relational)
    if case is None:
        noun = tree.head(child).lemma.lower()
        one = noun in context.entities.definite_descriptions or not context.words.has("generic", noun)
        return one and child.pos == "PROPN" and all(word.pos == "PROPN" or word.entity for word in below)
    return case.lemma.lower() in context.words.get("fills") or any(word.entity for word in below)


def abbreviated(context: HeadlineContext, tree: Tree, head: Token) -> Subject | None:
    """An organisation by the abbreviation that the article gives in brackets: "la Fédération … (FIDH)" is "la FIDH"."""
    determiners = tree.dependents(head, "det")
    article = next((token for token in determiners if token.text.lower().startswith(_DEFINITE_LETTER)), None)
    for token in tree.subtree(head):
        opens = token.index and tree.tokens[token.index - 1].text == "(" and token.index + 1 < len(tree.tokens)
        letters = len(token.text) > _LETTERS and token.text.isalpha() and token.text.isupper()
        if opens and letters and article is not None and tree.tokens[token.index + 1].text == ")":
            if _abbreviates_another(tree, head, token):
                return None
            elided = article.text.endswith(("'", "’"))
            several = head.is_plural
            if elided != context.conjugation.elides(token.text) and not several:
                return None  # "l'Organisation … (NOAA)": its gender is not known; "le groupe … (EDF)" takes no article
            blank = "" if elided else " "
            return Subject(f"{article.text}{blank}{token.text}", plural=several, named=True, head=head)
    return None


def _abbreviates_another(tree: Tree, head: Token, letters: Token) -> bool:
    """Whether it is short for a noun inside: "les éducatrices des centres de la petite enfance (CPE)"."""
    inside = [one for one in tree.subtree(head) if head.index < one.index < letters.index and one.pos == "NOUN"]
    own = head.text[:1].upper() == letters.text[0]
    return not own and any(one.text[:1].upper() == letters.text[0] for one in inside)
