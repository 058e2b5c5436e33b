"""The lexicon: the forms of French verbs, nouns and adjectives, with their lemmas.

`python -m training` makes `data/lexicon.txt.gz` from the French tables of spacy-lookups-data (MIT) and from the words
of the treebanks. Each line is `section<TAB>form<TAB>lemmas`; a lemma is given by the number of letters to cut and the
ending to add (`2er`).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from timeline.languages.tables import section

STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": "«", "”": "»", "—": "-", "–": "-", "‑": "-"})
"""Signs as the lexicon writes them."""
_EDIT = re.compile(r"(\d+)(.*)")


@dataclass(frozen=True, slots=True)
class LemmaLexicon:
    """`verbs`, `nouns` and `adjectives` map a form to the edits that give its lemmas.

    `seen` maps (form, part of speech[, features]) to a lemma's edit, from the treebanks.

    `endings` maps a verb's ending to its most frequent edit, for verbs that are in no table.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    seen: dict[str, str]
    endings: dict[str, str]


def edited(form: str, edit: str) -> str:
    """Apply an edit to a form: `edited("vendait", "3re")` is « vendre ».

    Args:
        form: The form, in lower case.
        edit: The number of characters to cut at the end, then the characters to add.

    Raises:
        ValueError: `edit` does not begin with a number.
    """
    match = _EDIT.fullmatch(edit)
    if match is None:
        raise ValueError(f"not an edit: {edit!r}")
    cut = int(match[1])
    return (form[:-cut] if cut else form) + match[2]


def edit_between(form: str, lemma: str) -> str:
    """The edit that turns `form` into `lemma`."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common}{lemma[common:]}"


def lemmas(form: str, edits: str) -> tuple[str, ...]:
    """All lemmas of a form.

    Args:
        form: The form, in lower case.
        edits: Its edits (see `edited`), separated by blanks.

    Returns:
        The lemmas, the likeliest first.
    """
    return tuple(edited(form, edit) for edit in edits.split(" "))


@cache
def lexicon() -> LemmaLexicon:
    """The packaged lexicon; read once per process and never changed."""
    path = files("timeline.nlp").joinpath("data", "lexicon.txt.gz")
    return parse(gzip.decompress(path.read_bytes()).decode("utf-8"))


def parse(text: str) -> LemmaLexicon:
    """A lexicon from its text; sections begin with `# name`."""
    sections: dict[str, dict[str, str]] = {}
    for part in text.split("# ")[1:]:
        name, _, body = part.partition("\n")
        parts = body.rstrip("\n").replace("\n", "\t").split("\t")
        sections[name] = dict(zip(parts[::2], parts[1::2], strict=True)) if body else {}
    return LemmaLexicon(**sections)


_WORDS = section("fr", "pipeline", "forms")
_REGULAR = {*_WORDS.words("regular_endings"), *("er" + person for person in _WORDS.words("future_persons"))}
_SOFT = _WORDS.pairs("softened")


def infinitives(form: str, verbs: Mapping[str, str]) -> tuple[str, ...]:
    """The verbs that a form may belong to.

    Args:
        form: The form, in lower case with straight apostrophes.
        verbs: The table of forms with their edits; it need not list regular forms of its verbs in -er.

    Returns:
        Infinitives, the likeliest first; none for a form of no known verb.
    """
    if (edits := verbs.get(form)) is not None:
        return lemmas(form, edits)
    found = []
    for size in range(1, min(8, len(form) - 1)):
        if form[-size:] in _REGULAR:
            stem = form[:-size]
            stems = (stem, *(stem.removesuffix(soft) + hard for soft, hard in _SOFT if stem.endswith(soft)))
            found += [known + "er" for known in stems if known + "er" in verbs]
    return tuple(dict.fromkeys(found))


_FUTURE = _WORDS.pattern("future")
_CONDITIONAL = _WORDS.pattern("conditional")
_IMPERFECT = _WORDS.pattern("imperfect")
_SIMPLE_PAST = _WORDS.pattern("simple_past")
_PAST_PARTICIPLE = _WORDS.pattern("past_participle")
_REGULAR_PARTICIPLE = _WORDS.pattern("regular_participle")
_PRESENT = _WORDS.pattern("present")
_PRESENT_PARTICIPLE = _WORDS.pattern("present_participle")
_INFINITIVE = _WORDS.pattern("infinitive")


def verb_codes(form: str, lemma: str) -> str:
    """The possible tenses of a verb form, one letter each.

    w infinitive, f future, c conditional, i imperfect, s simple past, k past participle, g present participle, p
    present.
    A future or conditional differs from a present or imperfect by what precedes its ending: more than the verb's stem
    (« montrait », stem « montr », is an imperfect; « viendrait » a conditional).

    Args:
        form: A form in lower case.
        lemma: Its infinitive.

    Returns:
        Letters in a fixed order; "" where the form has none of these tenses.
    """
    if form == lemma:
        return "w"
    stem = _INFINITIVE.sub("", lemma)
    codes = ""
    for code, pattern in (("f", _FUTURE), ("c", _CONDITIONAL)):
        match = pattern.search(form)
        if (
            match
            and form[: match.start() + 1] != stem
            and not (code == "c" and form.endswith("ions") and lemma.endswith("rer"))
        ):
            return code
    if _IMPERFECT.search(form):
        codes += "i"
    if _SIMPLE_PAST.search(form):
        codes += "s"
    if (_REGULAR_PARTICIPLE if lemma.endswith("er") else _PAST_PARTICIPLE).search(form):
        codes += "k"
    if _PRESENT_PARTICIPLE.search(form):
        codes += "g"
    if _PRESENT.search(form) and "i" not in codes:
        codes += "p"
    return codes or "p"


@lru_cache(maxsize=1 << 14)
def analyses(norm: str) -> str:
    """The lexicon's analyses of a form, as a key for the network: `V:i`, `N A`, or "" for an unknown word.

    Args:
        norm: A form in lower case, with straight apostrophes.

    Returns:
        The parts of speech with their codes, separated by blanks.
    """
    words = lexicon()
    found = []
    if verbs := infinitives(norm, words.verbs):
        codes = {code for lemma in verbs for code in verb_codes(norm, lemma)}
        found.append("V" + "".join(sorted(codes)))
    if norm in words.nouns or (norm[-1:] in "sx" and norm[:-1] in words.nouns):
        found.append("N")
    if norm in words.adjectives:
        found.append("A")
    if norm in words.adverbs:
        found.append("D")
    return " ".join(found)
