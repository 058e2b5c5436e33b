"""Annotates texts that no person has parsed: two networks parse the news articles, and a third learns from them.

The mean of two parsers is better than either (Surdeanu and Manning, 2010), and the articles, unlike the treebanks, are
of the genre that the pipeline is made for. The names of the articles, which people marked, are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc, Span, Token

from timeline.nlp.arrays import Array
from timeline.nlp.parser import batches
from timeline.nlp.parser.network import Group, Network
from timeline.nlp.parser.parser_component import NetworkOutputs, ParserComponent, WordLabels, word_cache
from training.corpora.scheme import WEEKDAYS


class Committee(ParserComponent):
    """Parsers with the same labels, whose log odds are averaged."""

    def fill_all(self, members: Sequence[Network]) -> None:
        """Sets the trained networks."""
        self.fill(members[0])
        self._members = [(member, word_cache(member)) for member in members]

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc, and returns it."""
        outputs = [self._outputs(doc, member, memory) for member, memory in self._members]
        odds = np.mean([one.odds for one in outputs], axis=0)
        labels = WordLabels(len(doc))
        for group in batches.groups(batches.cut(doc, odds, outputs[0].kinds)):
            self._agree(Group.of(group), outputs, labels)
        self._write(doc, labels)
        return doc

    def _agree(self, some: Group, outputs: list[NetworkOutputs], labels: WordLabels) -> None:
        """As `_parse_group`, by the sum of the members' log odds."""
        members = [member for member, _ in self._members]
        scored = [member.sentences(one.vectors, some) for member, one in zip(members, outputs, strict=True)]
        for _, _, heads in scored:
            heads[some.beyond()] = -np.inf
        with np.errstate(invalid="ignore"):
            tags, heads = (_sum(one[place] for one in scored) for place in (1, 2))
            governors = self._label_tags(some, outputs[0], labels, tags, heads)
        relations = (member.relations(one[0], governors) for member, one in zip(members, scored, strict=True))
        self._label_heads(some, labels, governors, _sum(relations))


def _sum(scores: Iterable[Array]) -> Array:
    """The sum of the members' log odds."""
    return np.asarray(sum(map(_log_odds, scores)))


def _log_odds(scores: Array) -> Array:
    top = scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True)))


def parsed(docs: Iterable[Doc], committee: Callable[[Doc], Doc]) -> Iterator[Doc]:
    """The documents with the committee's grammar and their own names.

    A weekday right after its verb is hidden from the committee and annotated as a time, because the treebanks have too
    few of them. A « par » under a passive is left out of the loss where the committee found no agent.
    """
    for doc in docs:
        kept = [token.i for token in doc if not _hidden(doc, token.i)]
        plain = committee(_without(doc, kept))
        yield _whole(doc, plain, kept)


def _hidden(doc: Doc, index: int) -> bool:
    """Whether a word is a weekday alone, and not the first word of « mardi soir », « mardi 3 », « mardi dernier »."""
    if doc[index].text not in WEEKDAYS or not 0 < index < len(doc) - 1:
        return False
    following, before = doc[index + 1].text.lower(), doc[index - 1].text.lower()
    return following in _LEADING and before.endswith(_PARTICIPLE)


_LEADING = frozenset(
    (
        *("que", "qu'", "qu’", "le", "la", "les", "l'", "l’", "un", "une", "des", "de", "du", "d'", "d’", "à", "au"),
        *("aux", "dans", "en", "par", "sur", "pour", "son", "sa", "ses", "leur", "leurs", "avoir", "être", ",", "."),
    )
)
_PARTICIPLE = ("é", "ée", "és", "ées", "i", "is", "it", "ie", "ies", "u", "us", "ue", "ues")


def _without(doc: Doc, kept: list[int]) -> Doc:
    return Doc(
        doc.vocab, words=[doc[index].text for index in kept], spaces=[bool(doc[index].whitespace_) for index in kept]
    )


def _whole(doc: Doc, plain: Doc, kept: list[int]) -> Doc:
    """The document with the grammar of `plain` for its words at the indices `kept`; the other words are times."""
    place = {old: new for new, old in enumerate(kept)}
    read = [plain[place[index]] if index in place else None for index in range(len(doc))]
    whole = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ if token else "NOUN" for token in read],
        morphs=[str(token.morph) if token else "Gender=Masc|Number=Sing" for token in read],
        heads=[kept[token.head.i if token else _verb(plain[place[index - 1]]).i] for index, token in enumerate(read)],
        deps=[("_" if _unsure(token) else token.dep_) if token else "obl" for token in read],
        sent_starts=[bool(token and token.is_sent_start) for token in read],
    )
    whole.set_ents([Span(whole, span.start, span.end, span.label_) for span in doc.ents], default="outside")
    return whole


def _verb(token: Token) -> Token:
    """The verb nearest above a word, or its sentence's root."""
    while token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    return token


def _unsure(token: Token) -> bool:
    passive = token.head.morph.get("Voice", []) == ["Pass"]
    return token.dep_ == "obl" and passive and any(child.lower_ == "par" for child in token.lefts)
