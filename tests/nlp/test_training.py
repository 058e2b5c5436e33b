"""The recipe's readers and its measure, on text written for these tests."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.nlp.french.tokenizer import PressFrench
from training import card, evaluate, world
from training.__main__ import main
from training.corpora import conllu, entities, lexicon, scheme, treebanks
from training.pipeline import silver

CONLLU = """\
# sent_id = essai_1
# text = Le maire parle du pont.
1\tLe\tle\tDET\t_\tDefinite=Def\t2\tdet\t_\t_
2\tmaire\tmaire\tNOUN\t_\tGender=Masc|Number=Sing\t3\tnsubj\t_\t_
3\tparle\tparler\tVERB\t_\tMood=Ind|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
4-5\tdu\t_\t_\t_\t_\t_\t_\t_\t_
4\tde\tde\tADP\t_\t_\t6\tcase\t_\t_
5\tle\tle\tDET\t_\tDefinite=Def\t6\tdet\t_\t_
6\tpont\tpont\tNOUN\t_\tGender=Masc|Number=Sing\t3\tobl:arg\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# sent_id = essai_2
# text = Vu par Léa
1\tVu\tvoir\tVERB\t_\tVerbForm=Part\t0\troot\t_\t_
1.1\tfut\têtre\tAUX\t_\t_\t_\t_\t_\t_
2\tpar\tpar\tADP\t_\t_\t3\tcase\t_\t_
3\tLéa\tLéa\tPROPN\t_\tGender=Fem\t1\tobl:mod\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    (tmp_path / "essai.conllu").write_text(CONLLU, encoding="utf-8")
    return tmp_path


def test_a_contraction_is_one_word(treebank: Path) -> None:
    first, second = conllu.read(treebank / "essai.conllu")
    assert first.text == "Le maire parle du pont."
    assert [(word.text, word.lemma, word.pos, word.head) for word in first.words] == [
        ("Le", "le", "DET", 1),
        ("maire", "maire", "NOUN", 2),
        ("parle", "parler", "VERB", 2),
        ("du", "de", "ADP", 4),
        ("pont", "pont", "NOUN", 2),
        (".", ".", "PUNCT", 2),
    ]
    assert (first.group, len(second.words)) == ("essai", 3)


def test_the_common_scheme(treebank: Path) -> None:
    first, second = map(scheme.harmonised, conllu.read(treebank / "essai.conllu"))
    assert [word.dep for word in first.words] == ["det", "nsubj", "ROOT", "case", "obl", "punct"]
    assert second.words[0].features == {"VerbForm": "Part", "Tense": "Past"}
    assert second.words[2].features == {}


def _sentence(*rows: tuple[str, str, int, str, str]) -> conllu.TreebankSentence:
    """Rows of (word, part of speech, head, relation, features)."""
    words = [
        conllu.Word(text, text, pos, dict(part.split("=") for part in features.split("|") if part), head, dep)
        for text, pos, head, dep, features in rows
    ]
    return conllu.TreebankSentence("essai", tuple(words))


PASSIVE = _sentence(
    ("un", "DET", 1, "det", ""),
    ("pont", "NOUN", 1, "root", ""),
    ("construit", "VERB", 1, "acl", "VerbForm=Part"),
    ("par", "ADP", 4, "case", ""),
    ("Léa", "PROPN", 2, "obl", ""),
)
ACTIVE = _sentence(
    ("elle", "PRON", 1, "nsubj", ""),
    ("passe", "VERB", 1, "root", "VerbForm=Fin"),
    ("par", "ADP", 3, "case", ""),
    ("Lyon", "PROPN", 1, "obl", ""),
)
WEEKDAY = _sentence(
    ("elle", "PRON", 1, "nsubj", ""), ("vient", "VERB", 1, "root", "VerbForm=Fin"), ("mardi", "NOUN", 1, "obj", "")
)
A_WEEKDAY = _sentence(
    ("elle", "PRON", 1, "nsubj", ""),
    ("choisit", "VERB", 1, "root", "VerbForm=Fin"),
    ("un", "DET", 3, "det", ""),
    ("mardi", "NOUN", 1, "obj", ""),
)


@pytest.mark.parametrize(
    ("sentence", "relation"), [(PASSIVE, "obl:agent"), (ACTIVE, "obl"), (WEEKDAY, "obl"), (A_WEEKDAY, "obj")]
)
def test_relations_that_a_treebank_has_otherwise(sentence: conllu.TreebankSentence, relation: str) -> None:
    assert scheme.harmonised(sentence).words[-1].dep == relation


def test_a_day_is_told_behind_the_verb(treebank: Path) -> None:
    vocab = PressFrench.blank().vocab
    mix = treebanks.Mix(paragraphs=0, unstopped=0, lowered=0, dated=1)
    docs = [
        doc for seed in range(20) for doc in treebanks.training(treebank, ["essai"], vocab, seed, mix).get_docs(vocab)
    ]
    days = [token for doc in docs for token in doc if token.text in scheme.WEEKDAYS]
    assert {day.dep_ for day in days} == {"obl"}
    assert {(day.head.text, day.nbor(-1).text in ("parle", "ce")) for day in days} == {("parle", True)}
    assert {token.head.text for doc in docs for token in doc if token.text == "pont"} == {"parle"}


def test_what_a_network_reads_of_an_article(pipeline: Language) -> None:
    """A bare weekday is not asked of it; names stay as people marked them."""
    doc = pipeline.make_doc("Le maire de Vaux a admis mardi que le pont fermera.")
    doc.set_ents([Span(doc, 3, 4, label="LOC")])
    (read,) = silver.parsed([doc], pipeline.get_pipe("timeline_reader"))
    assert [token.text for token in read] == [token.text for token in doc]
    assert [(token.dep_, token.head.text) for token in read if token.text == "mardi"] == [("obl", "admis")]
    assert next(token.head.text for token in read if token.text == "fermera") == "admis"
    assert [(span.text, span.label_) for span in read.ents] == [("Vaux", "LOC")]


def test_documents_keep_every_word(treebank: Path) -> None:
    vocab = PressFrench.blank().vocab
    (plain,) = treebanks.plain(treebank, "essai", vocab).get_docs(vocab)
    assert plain.text.strip() == "Le maire parle du pont. Vu par Léa"
    assert [token.text for token in plain if token.is_sent_start] == ["Le", "Vu"]
    mix = treebanks.Mix(sentences=2, paragraphs=1.0)
    varied = [doc.text for doc in treebanks.training(treebank, ["essai"], vocab, 3, mix).get_docs(vocab)]
    again = [doc.text for doc in treebanks.training(treebank, ["essai"], vocab, 3, mix).get_docs(vocab)]
    assert varied == again
    assert "pont" in " ".join(varied)


def test_stray_spaces_of_links_are_taken_out() -> None:
    article = entities.cleaned(
        "2018/05/1", "Avec Léa Roux , de l' ONU ( Paris ).", [(5, 13, "PER"), (22, 25, "ORG"), (28, 33, "LOC")]
    )
    assert article.text == "Avec Léa Roux, de l'ONU (Paris)."
    assert [article.text[start:end] for start, end, _ in article.spans] == ["Léa Roux", "ONU", "Paris"]


def test_articles_of_winer(tmp_path: Path) -> None:
    (tmp_path / "2018" / "05").mkdir(parents=True)
    (tmp_path / "2018" / "05" / "a.txt").write_text("Un\n\nLéa vit à Lyon\n\nFin", encoding="utf-8")
    (tmp_path / "2018" / "05" / "a.ann").write_text(
        "T1\tPerson 4 7\tLéa\nT2\tLocation 14 18\tLyon\nT3\tDate 0 2\tUn\nT4\tPerson 0 2;4 7\tUn Léa\n",
        encoding="utf-8",
    )
    (article,) = entities.read(tmp_path)
    assert entities.kept_aside(article)
    assert entities.held_out(article)
    assert not entities.for_tuning(article)
    nlp = PressFrench.blank()
    docs = list(entities.documents(article, nlp, random.Random(0)))
    assert "".join(doc.text_with_ws for doc in docs) == article.text
    assert [(span.text, span.label_) for doc in docs for span in doc.ents] == [("Léa", "PER"), ("Lyon", "LOC")]


def test_the_measure_counts_what_is_missed_and_what_is_made_up() -> None:
    score = evaluate.Score(hits=3, found=4, there=6)
    assert (score.precision, score.recall, score.f) == (75.0, 50.0, 60.0)
    assert evaluate.Score(0, 0, 0).f == 0.0


def test_a_perfect_reading_scores_full_marks(treebank: Path) -> None:
    nlp = PressFrench.blank()
    gold = list(treebanks.plain(treebank, "essai", nlp.vocab).get_docs(nlp.vocab))

    class Oracle:
        def pipe(self, texts: list[str]) -> list[Doc]:
            return gold

    scores = evaluate.syntax(Oracle(), gold)
    assert {name for name, score in scores.items() if score.there and score.f != 100} == set()


def test_the_lexicon_learns_lemmas_from_treebanks(treebank: Path) -> None:
    seen = lexicon.seen(treebanks.sentences(treebank, ["essai"]))
    assert (seen["parle|VERB"], seen["vu|VERB"]) == ("0r", "1oir")


def test_the_card_names_every_corpus_and_score() -> None:
    text = card.written({"gsd-test": {"las": 81.25}})
    assert all(source[0] in text and source[2] in text for source in card.SOURCES)
    assert "| las | 81.2 |" in text


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no folder ud nor winer" in capsys.readouterr().err


HEADING = _sentence(("Voie", "NOUN", 0, "root", ""), ("intraveineuse", "ADJ", 0, "amod", ""))


@pytest.mark.parametrize(("sentence", "heads"), [(HEADING, True), (ACTIVE, False), (WEEKDAY, False)])
def test_what_is_a_heading(sentence: conllu.TreebankSentence, heads: bool) -> None:
    assert treebanks.is_heading(sentence) == heads


def test_headings_stand_before_sentences_in_capitals(treebank: Path) -> None:
    text = (treebank / "essai.conllu").read_text(encoding="utf-8")
    heading = "# sent_id = autre_1\n1\tÉtat\tétat\tNOUN\t_\t_\t0\troot\t_\t_\n\n"
    (treebank / "essai.conllu").write_text(text + heading, encoding="utf-8")
    vocab = PressFrench.blank().vocab
    mix = treebanks.Mix(paragraphs=0, unstopped=0, lowered=0, dated=0, headed=1, shouted=1)
    texts = {doc.text for doc in treebanks.training(treebank, ["essai"], vocab, 3, mix).get_docs(vocab)}
    assert any("ETAT Le maire parle du pont." in text for text in texts)


def test_names_of_towns_as_french_writes_them() -> None:
    small = {"name": "Vaux", "population": 900, "alternatenames": ["Ваукс", "Vos"]}
    large = {"name": "London", "population": 9_000_000, "alternatenames": ["Londres", "Лондон", "lontoo"]}
    assert list(world.names([small, large])) == ["Vaux", "London", "Londres"]
