"""What the words beside a date say that it is of: another work, an act, what takes place.

The phrases are those of the languages' `press.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from timeline.languages.press import phrases

_LONGEST_FACT = 80
SIGNS = " \t\u00a0|•·,;:.–—-()[]/*_#>«»\"'’"
"""What stands around words and is no part of them."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_MOST_WORDS, _LONGEST_NAME = 10, 4
_BREAK = re.compile(r"[:;.!?«»]")
_ELIDED = re.compile(r"^[lL]['’]")


def flat(text: str) -> str:
    """`text` in small letters without accents, as long as before."""
    return text.translate(_TABLE)


_FLAT = {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\t": " "}


def _base(character: str) -> str:
    return character if character.isascii() and not character.isupper() else (
        unicodedata.normalize("NFD", character.lower())[:1] or character
    )  # fmt: skip


class _Plain(dict[int, str]):
    """A table of `str.translate` that fills itself: for each character one small letter without accents."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        return self.setdefault(code, _FLAT.get(character) or _base(character))


_TABLE = _Plain()


@cache
def any_of(kind: str) -> str:
    """A pattern's alternation of the phrases of a kind."""
    return "|".join(map(re.escape, phrases(kind)))


def is_of_another_work(before: str) -> bool:
    """Whether something else than the article is named as published: "Site mis en ligne le", "Rapport publié le"."""
    return bool(re.search(rf"\b(?:{any_of('other_work')}|{any_of('other_time')})\s*$", flat(before)))


def is_of_an_act(line: str) -> bool:
    """Whether a line names an act by its day: "Arrêté n° 12 du 12/05/2022 (publié le 14/05/2022)"."""
    return bool(re.match(rf"\W*(?:{any_of('acts')})\b[^|,.]{{0,30}}\bdu\s\d", flat(line[:80])))


def names_an_occasion(before: str) -> bool:
    """Whether the words before a date open with what takes place: "Conférence, jeudi", "Prochain concert"."""
    return bool(re.match(rf"\W*(?:(?:{any_of('other_time')})\s)?(?:{any_of('occasions')})\b", flat(before)))


def opens_with(words: str, kind: str) -> bool:
    """Whether words open with a phrase of a kind: "Concert de soutien à l'école"."""
    return bool(re.match(rf"\W*(?:{any_of(kind)})\b", flat(words)))


def is_event_fact(line: str) -> bool:
    """Whether a short line says where something takes place or what it costs: "Lieu : mairie", "Entrée libre"."""
    label = re.match(r"[^:.,–—(]*", flat(line))
    return bool(label and label[0].strip() in phrases("event_facts")) and len(line) <= _LONGEST_FACT


def is_known(text: str) -> bool:
    """Whether words are all fixed phrases of the press and no names: "Date :", "ATS/Keystone", "Édition du".

    Returns:
        True also for no words.
    """
    return not _WORD.search(_known().sub(" ", flat(text)).strip(SIGNS))


def names_other_days(words: str) -> bool:
    """Whether words before a date end with one for an update or a reading: "Dernière mise à jour", "Consulté le"."""
    plain = flat(words)
    return bool(
        re.search(rf"\b(?:{any_of('updated')}|{any_of('consulted')})(?:\s(?:{any_of('before_date')}))?[\s:]*$", plain)
    )


def is_furniture(text: str) -> bool:
    """Whether words beside a date are those of the press's furniture: names, a paper, a reading time, "Lu 12 fois"."""
    parts = re.split(r"[|•·]", text)
    return all(_is_part(part, short=len(parts) > 1) for part in parts)


def _is_part(text: str, short: bool) -> bool:
    low = flat(text)
    for found in _known().finditer(low):
        text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    words = _WORD.findall(text.strip(SIGNS))
    if not words or (short and len(words) <= 3 and not any(flat(word) in phrases("finite_verbs") for word in words)):
        return True
    if len(words) > _MOST_WORDS or not words[0][0].isupper():
        return False
    if _is_paper(words) and not _BREAK.search(text.strip(SIGNS)):
        return True
    if flat(words[0]) in phrases("determiners") and (len(words) == 1 or not words[1][0].isupper()):
        return False
    return all(_is_name(word) or flat(word) in phrases("name_particles") for word in words)


def _is_paper(words: list[str]) -> bool:
    """Whether words are a paper's name that goes on in small letters: "Le Courrier picard", "Charente libre"."""
    name = words[1:] if flat(words[0]) in phrases("articles") else [_ELIDED.sub("", words[0]), *words[1:]]
    heads = bool(name) and name[0][:1].isupper() and flat(name[0]) in phrases("papers")
    return heads and len(name) <= _LONGEST_NAME and not any(flat(word) in phrases("finite_verbs") for word in name[1:])


def _is_name(word: str) -> bool:
    """Whether a word may be part of a name: "Martin", "3", "l'Ouest"."""
    return word[0].isupper() or word[0].isdigit() or bool(re.match(r"[dlDL]['’]\w", word) and word[2].isupper())


@cache
def _known() -> re.Pattern[str]:
    """Phrases beside dates, and numbers with their measure."""
    return re.compile(
        rf"(?<!\bla\s)\b(?:{any_of('beside_date')}|{any_of('published')}|{any_of('updated')}|{any_of('consulted')})\b"
        r"|\b\d+\s?(?:min(?:utes?)?|mn|fois|vues?|notes?|commentaires?|mots|partages)\b\.?"
        r"|\b\d{1,3}\s?%"
        r"|\b(?:a|at)\s[0-2]?\d\s?[h:]\s?(?:[0-5]\d)?\b|\b[0-2]?\d\s?[h:]\s?[0-5]\d\b"
        rf"|(?<=[\s,|])(?:{any_of('before_date')})\s*$|^\s*(?:{any_of('before_date')})\s*$|(?<=\s)(?:{any_of('before_date')})\s*:\s*$|\bp\.\s?\w+"
        rf"|\b(?:{any_of('by')})\s(?:[^|,.;:\d]|\.(?=\w)|(?<=[a-z_\d])\d){{2,40}}(?=$|[|,.;:\d])|\b(?:{any_of('by')}|{any_of('joins')})\b"
    )
