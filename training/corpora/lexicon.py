"""Writes `lexicon.txt.gz` from the French tables of spacy-lookups-data (MIT) and from the lemmas of the treebanks."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files

from timeline.nlp.french.lemmas import feature_key
from timeline.nlp.french.lexicon import edit_between
from training.corpora.conllu import TreebankSentence

TREEBANKS = ("gsd-dev", "seq-train", "seq-dev", "pud", "fqb", "rhap-train", "paris-train")
ENDING = 6
WRITTEN = 5
"""The weight of a lemma in a written treebank; 1 in a spoken one (they differ: « ils » is « eux » or « lui »)."""


def build(treebanks: Iterable[TreebankSentence]) -> bytes:
    """The file. The order of `treebanks` does not matter; each word of each counts once."""
    counts = _counts(treebanks)
    verbs = _verbs(counts)
    sections = {
        "verbs": verbs,
        "nouns": _nouns(),
        "adjectives": _table("adj"),
        "adverbs": dict.fromkeys(_lookups("index")["adv"], "0"),
        "seen": _seen(counts),
        "endings": _endings(verbs),
    }
    text = "".join(
        f"# {name}\n" + "".join(f"{form}\t{edits}\n" for form, edits in sorted(section.items()))
        for name, section in sections.items()
    )
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def _lookups(name: str) -> dict[str, dict[str, list[str]]]:
    path = files("spacy_lookups_data").joinpath("data", f"fr_lemma_{name}.json.gz")
    loaded: dict[str, dict[str, list[str]]] = json.loads(gzip.decompress(path.read_bytes()))
    return loaded


def _edits(form: str, lemmas: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(edit_between(form, lemma) for lemma in lemmas if " " not in lemma)) or "0"


def _table(part: str) -> dict[str, str]:
    known = dict.fromkeys(_lookups("index")[part], "0")
    return known | {form: _edits(form, lemmas) for form, lemmas in _lookups("exc")[part].items() if " " not in form}


def _nouns() -> dict[str, str]:
    """Nouns, except forms that are their own lemma in the table and the plural of another noun."""
    table = _table("noun")
    return {form: edits for form, edits in table.items() if "\t" not in form and "#" not in form}


Counts = dict[tuple[str, str], dict[str, Counter[str]]]


def _counts(treebanks: Iterable[TreebankSentence]) -> Counts:
    counts: Counts = defaultdict(lambda: defaultdict(Counter))
    for sentence in treebanks:
        for word in sentence.words:
            if word.pos in ("PROPN", "PUNCT", "NUM", "SYM", "X") or word.lemma in ("_", ""):
                continue
            form = word.text.lower().replace("’", "'").removeprefix("-t").removeprefix("-")
            counts[form, word.pos][feature_key(word.features)][word.lemma.lower()] += 1 if sentence.spoken else WRITTEN
    return counts


def _verbs(counts: Counts) -> dict[str, str]:
    """Forms of verbs; their lemmas are ordered by the frequency of the verb in the treebanks."""
    frequency = Counter[str]()
    for (_, pos), by_features in counts.items():
        if pos in ("VERB", "AUX"):
            for seen_lemmas in by_features.values():
                frequency.update(seen_lemmas)
    index, exceptions = _lookups("index")["verb"], _lookups("exc")["verb"]
    table: dict[str, list[str]] = {form: [form] for form in index}
    for form, lemmas in exceptions.items():
        table[form] = [*table.get(form, []), *lemmas] if form in index else list(lemmas)
    for form in _lookups("exc")["aux"]:
        table.setdefault(form, list(_lookups("exc")["aux"][form]))
    ordered = {
        form: sorted(dict.fromkeys(lemmas), key=lambda lemma: -frequency[lemma]) for form, lemmas in table.items()
    }
    return {form: edits for form, lemmas in ordered.items() if " " not in form and (edits := _edits(form, lemmas))}


def seen(treebanks: Iterable[TreebankSentence]) -> dict[str, str]:
    """The edits that only the treebanks give: `form|POS` to that of its most frequent lemma."""
    return _seen(_counts(treebanks))


def _seen(counts: Counts) -> dict[str, str]:
    """`form|POS` to its most frequent lemma, and `form|POS|features` where these features have another one."""
    seen = {}
    for (form, pos), by_features in counts.items():
        total = Counter[str]()
        for lemmas in by_features.values():
            total.update(lemmas)
        best = _best(total)
        seen[f"{form}|{pos}"] = edit_between(form, best)
        for features, lemmas in by_features.items():
            if features and _best(lemmas) != best:
                seen[f"{form}|{pos}|{features}"] = edit_between(form, _best(lemmas))
    return seen


def _best(lemmas: Counter[str]) -> str:
    return min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))


def _endings(verbs: dict[str, str]) -> dict[str, str]:
    """For each ending of up to six letters, the edit that most verbs with this ending have.

    An ending with the same edit as the shorter ending is left out.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for form, edits in verbs.items():
        for size in range(1, min(ENDING, len(form) - 1) + 1):
            counts[form[-size:]][edits.split(" ")[0]] += 1
    best = {ending: _best(edits) for ending, edits in counts.items() if edits.total() >= 3}
    return {ending: edit for ending, edit in best.items() if len(ending) == 1 or best.get(ending[1:]) != edit}
