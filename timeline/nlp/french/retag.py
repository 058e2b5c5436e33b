"""Verbs that the network takes for adjectives or nouns: "L'usine *ferme* ses portes", "Le ministère *dément*".

The network tags each word by itself and parses the sentence. Where the parse gives a word a subject, and only a verb
can have it there, the word is a verb if it has the form of one.

"La Fed se réunit mardi" has a form of the present and of the simple past: it is a present in a text without another
simple past. "L'entreprise s'implante" has a form that no past participle has.
"""

from __future__ import annotations

from spacy.attrs import DEP, MORPH, POS
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Token

from timeline.languages.tables import section
from timeline.nlp.french.lexicon import infinitives, lexicon, verb_codes

_MISTAKEN = frozenset({IDS["ADJ"], IDS["NOUN"]})
_CLAUSES = frozenset({"root", "ROOT", "conj", "ccomp", "advcl", "acl:relcl", "parataxis"})
_OF_A_NOUN = frozenset({"det", "case", "cop", "nummod", "amod"})
_LEADS_A_NOUN = frozenset({"DET", "ADJ", "ADP", "NUM"})
_VERBS = frozenset({IDS["VERB"], IDS["AUX"]})
_TENSES = {"p": "Pres", "i": "Imp", "s": "Past", "f": "Fut"}
_WORDS = section("fr", "pipeline", "tenses")
_OF_ONE, _INFINITIVE = _WORDS.words("present_of_one"), _WORDS.words("ends_the_infinitive")[0]
_NO_PRESENT, _OF_BOTH = _WORDS.words("no_present"), _WORDS.pairs("present_or_past")


def retag(doc: Doc) -> None:
    """Tag such words of a parsed Doc as finite verbs, and forms of two tenses as presents.

    Args:
        doc: The Doc; its tags and features are changed.
    """
    strings, (tags, relations) = doc.vocab.strings, doc.to_array([POS, DEP]).T.tolist()
    for token in [doc[index] for index, tag in enumerate(tags) if tag in _MISTAKEN]:
        if strings[relations[token.i]] in _CLAUSES and (tense := _tense_of_verb(token)):
            number = "Plur" if token.lower_.endswith("nt") else "Sing"
            token.pos_ = "VERB"
            features = f"Mood=Ind|Number={number}|Person=3|Tense={tense}|VerbForm=Fin"
            token.set_morph(features)  # type: ignore[attr-defined]  # the stub does not know it
    tags, morphs = doc.to_array([POS, MORPH]).T.tolist()
    done = {key for key in set(morphs) if "Tense=Past" in strings[key] and "VerbForm=Part" in strings[key]}
    for token in [doc[index] for index, key in enumerate(morphs) if key in done and tags[index] in _VERBS]:
        if _is_no_participle(token.lower_) and not any(child.dep_.startswith("aux") for child in token.children):
            token.set_morph("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]  # as above
    told = {key for key in set(morphs) if _is_simple_past(strings[key])}
    past = [doc[index] for index, key in enumerate(morphs) if key in told and tags[index] in _VERBS]
    if all(_is_also_present(token.lower_) for token in past):
        for token in past:
            present = str(token.morph).replace("Tense=Past", "Tense=Pres")
            token.set_morph(present)  # type: ignore[attr-defined]  # as above


def _is_no_participle(form: str) -> bool:
    """Whether a form is the present of a verb of the first group ("implante"), and no participle: not "morte"."""
    known = lexicon().verbs
    return (
        form.endswith(_OF_ONE)
        and f"{form}{_INFINITIVE}" in known
        and "k" not in "".join(verb_codes(form, verb) for verb in infinitives(form, known))
    )


def _is_simple_past(features: str) -> bool:
    return "Tense=Past" in features and "VerbForm=Fin" in features


def _is_also_present(form: str) -> bool:
    """Whether a simple past is also a present, as that of a verb like "réunir" is."""
    known = lexicon().verbs
    others = [form.removesuffix(end) + other for end, other in _OF_BOTH if form.endswith(end)]
    return form not in _NO_PRESENT and bool(others) and all(one in known for one in others)


def _tense_of_verb(token: Token) -> str:
    """The tense of a word that can only be a finite verb; "" for another word."""
    form, found = token.lower_, {child.dep_ for child in token.children}
    before = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
    if before is None or before.i > token.i or found & _OF_A_NOUN or any(name.startswith("aux") for name in found):
        return ""
    between = [word.pos_ for word in token.doc[before.i : token.i]]
    if token.text != form or "AUX" in between or between[-1] in _LEADS_A_NOUN:
        return ""
    codes = "".join(verb_codes(form, verb) for verb in infinitives(form, lexicon().verbs))
    return "" if set("kwg") & set(codes) else next((tense for code, tense in _TENSES.items() if code in codes), "")
