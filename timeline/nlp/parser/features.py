"""Features of a word for the network: parts of its spelling, and its entries in the lexicon and the gazetteers.

They depend on the word alone, so a word's vector is computed once per process and not at each occurrence.
Apostrophes and quotes are straightened, so « l’on » and « l'on » are the same word. An ending of three letters cannot
distinguish « viendrait » from « vendait »; the longer ending and the lexicon's analysis can.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled, and missing from the stub

from timeline.nlp.arrays import Array
from timeline.nlp.french.gazetteer import kinds, listed
from timeline.nlp.french.lexicon import STRAIGHT, analyses


def oriented(words: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    """The words with straight quotation marks replaced by « or », where the spaces beside them show the direction.

    Args:
        words: The words of a text.
        spaces: Whether a space follows each word.

    Returns:
        As many words.
    """
    seen = list(words)
    for index, word in enumerate(words):
        if word == '"':
            before = index == 0 or spaces[index - 1] or words[index - 1].isspace()
            after = index + 1 == len(words) or spaces[index] or words[index + 1].isspace()
            seen[index] = "»" if after and not before else "«" if before and not after else word
    return seen


FEATURES = ("norm", "prefix", "suffix3", "suffix5", "shape", "lexicon", "gazetteer", "listed")
"""The NER network uses all of them, the parser all but the last."""
HASHES = 2
"""The number of rows of a feature's table that are added up for a word, so that two words rarely share all of them."""


def features(word: str) -> tuple[str, ...]:
    """The features of a word, in the order of `FEATURES`.

    Returns:
        As many strings as `FEATURES` has members.
    """
    straight, norm = word.translate(STRAIGHT), normal_form(word)
    return (norm, norm[:3], norm[-3:], norm[-5:], shape(straight), analyses(norm), kinds(straight), listed(straight))


def normal_form(word: str) -> str:
    """The word in lower case with straight marks, without a clitic's hyphen, and long numbers without their digits.

    Returns:
        The form that the lexicon and the tables of the network use.
    """
    straight = word.translate(STRAIGHT)
    return _digits(straight.lower()).removeprefix("-t").removeprefix("-") or straight


def _digits(text: str) -> str:
    """Replace the digits of numbers other than years and small numbers: those of one length become one word."""
    if text.isdigit() and not (len(text) <= 2 or (len(text) == 4 and text[:2] in ("18", "19", "20"))):
        return "0" * min(len(text), 6)
    return text


def shape(word: str) -> str:
    """`Xxxx`, `XXX`, `dd`, …: letters become x or X, digits become d, runs are cut after four."""
    out: list[str] = []
    for character in word:
        kind = "d" if character.isdigit() else "X" if character.isupper() else "x" if character.isalpha() else character
        if out[-4:] != [kind] * 4:
            out.append(kind)
    return "".join(out)


def rows(words: Sequence[str], sizes: tuple[int, ...]) -> Array:
    """For each feature, `HASHES` rows of its table; row 0 is reserved for a word with a hidden spelling.

    `sizes` are the numbers of rows of the tables. The last features are left out if there are fewer `sizes`.

    Args:
        words: Tokens, as the text has them.
        sizes: The number of rows of each table.

    Returns:
        Numbers of rows, from 1: (words, `HASHES` for each table).
    """
    keys = np.array([_keys(word)[: len(sizes)] for word in words], dtype=np.uint64)
    halves = np.stack([keys >> np.uint64(32 * turn) & np.uint64(0xFFFFFFFF) for turn in range(HASHES)], axis=-1)
    found = 1 + halves % (np.array(sizes, dtype=np.uint64) - 1)[:, None]
    return found.reshape(len(words), -1).astype(np.int64)


@lru_cache(maxsize=1 << 17)
def _keys(word: str) -> tuple[int, ...]:
    return tuple(map(hash_string, features(word)))


LETTERS = 16
"""The number of letters of a word that the network reads: the first and the last half of a longer word."""
ALPHABET = "abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôöœùûüÿñABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÇÉÈÊÎÔŒÙÛ0123456789'-.,&/"
_PLACE = {letter: place for place, letter in enumerate(ALPHABET, start=2)}


@lru_cache(maxsize=1 << 17)
def letters(word: str) -> tuple[int, ...]:
    """The letters as numbers from 2 (1 for any other letter), padded with 0.

    Returns:
        `LETTERS` numbers; a longer word loses letters in its middle.
    """
    straight = word.translate(STRAIGHT)
    half = LETTERS // 2
    seen = straight if len(straight) <= LETTERS else straight[:half] + straight[-half:]
    return tuple(_PLACE.get(letter, 1) for letter in seen) + (0,) * (LETTERS - len(seen))
