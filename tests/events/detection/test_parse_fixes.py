"""Errors of the parse that are corrected before anything reads it."""

from __future__ import annotations

import datetime

import pytest

from tests.events.reading import resolved, table
from timeline.events.detection.fixes.parse_fixes import apply_fixes
from timeline.events.lexicon import load
from timeline.events.tree import grow
from timeline.model import Article

DAY = datetime.date(2018, 3, 30)

SOMEBODY = {
    "s'est blessé": """
        Il lui PRON _ 4 expl:subj
        s' soi PRON Reflex=Yes 4 expl
        est être AUX _ 4 aux:tense
        blessé blesser VERB _ 0 root
    """,
    "menace de partir": """
        Il lui PRON _ 2 expl:subj
        menace menacer VERB _ 0 root
        de de ADP _ 4 mark
        partir partir VERB VerbForm=Inf 2 xcomp
    """,
    "doit se réunir": """
        Il lui PRON _ 2 expl:subj
        doit devoir VERB _ 0 root
        se soi PRON Reflex=Yes 4 expl:comp
        réunir réunir VERB VerbForm=Inf 2 xcomp
    """,
    "s'est repris : un rouage": """
        Il lui PRON _ 4 nsubj
        s' soi PRON Reflex=Yes 4 expl
        est être AUX _ 4 aux:tense
        repris reprendre VERB _ 0 root
        : : PUNCT _ 7 punct
        un un DET _ 7 det
        rouage rouage NOUN _ 4 nsubj
    """,
    "restait un élève": """
        Il lui PRON _ 2 nsubj
        restait rester VERB _ 0 root
        un un DET _ 4 det
        élève élève NOUN _ 2 xcomp
    """,
    "est le seul homme": """
        Il lui PRON _ 5 expl:subj
        est être AUX _ 5 cop
        le le DET _ 5 det
        seul seul ADJ _ 5 amod
        homme homme NOUN _ 0 root
    """,
}
NOBODY = {
    "s'agit": """
        Il lui PRON _ 3 expl:subj
        s' soi PRON Reflex=Yes 3 expl
        agit agir VERB _ 0 root
    """,
    "est prévu de partir": """
        Il lui PRON _ 3 expl:subj
        est être AUX _ 3 aux:pass
        prévu prévoir VERB _ 0 root
        de de ADP _ 5 mark
        partir partir VERB VerbForm=Inf 3 xcomp
    """,
    "doit se produire une explosion": """
        Il lui PRON _ 2 expl:subj
        doit devoir VERB _ 0 root
        se soi PRON Reflex=Yes 4 expl:comp
        produire produire VERB VerbForm=Inf 2 xcomp
        une un DET _ 6 det
        explosion explosion NOUN _ 4 obj
    """,
    "peut arriver que": """
        Il lui PRON _ 2 expl:subj
        peut pouvoir VERB _ 0 root
        arriver arriver VERB VerbForm=Inf 2 xcomp
    """,
    "faut": """
        Il lui PRON _ 2 expl:subj
        faut falloir VERB _ 0 root
    """,
    "est dur de partir": """
        Il lui PRON _ 3 expl:subj
        est être AUX _ 3 cop
        dur dur ADJ _ 0 root
        de de ADP _ 5 mark
        partir partir VERB VerbForm=Inf 3 advcl
    """,
    "n'est tombé que dix millimètres": """
        Il lui PRON _ 4 nsubj:pass
        n' ne ADV _ 4 advmod
        est être AUX _ 4 aux:pass
        tombé tomber VERB _ 0 root
        que que SCONJ _ 7 advmod
        dix dix NUM _ 7 nummod
        millimètres millimètre NOUN _ 4 nsubj:pass
    """,
    "restait onze élèves": """
        Il lui PRON _ 2 nsubj
        restait rester VERB _ 0 root
        onze onze NUM _ 4 nummod
        élèves élève NOUN _ 2 obj
    """,
    "est midi": """
        Il lui PRON _ 3 expl:subj
        est être AUX _ 3 cop
        midi midi NOUN _ 0 root
    """,
}


def _relation_of_the_first(text: str) -> str:
    _, sentences = table(text)
    return apply_fixes(grow(sentences[0]), (), load("fr")).tokens[0].relation


@pytest.mark.parametrize("text", SOMEBODY.values(), ids=SOMEBODY)
def test_il_is_a_subject(text: str) -> None:
    assert _relation_of_the_first(text) == "nsubj"


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_il_is_nobody(text: str) -> None:
    assert _relation_of_the_first(text) == "expl"


REJECTED = """
    Il lui PRON _ 2 nsubj
    démissionne démissionner VERB _ 0 root
    après après ADP _ 5 case
    le le DET _ 5 det
    {noun} NOUN _ 2 obl
    , , PUNCT _ 8 punct
    le le DET _ 8 det
    11 11 NUM _ 2 obl
    mars mars NOUN _ 8 nmod
    , , PUNCT _ 13 punct
    {case} ADP _ 13 case
    une un DET _ 13 det
    motion motion NOUN _ 2 obl
"""


@pytest.mark.parametrize(
    ("noun", "case", "heads"),
    [
        ("rejet rejet", "d' de", {"11": "rejet", "motion": "rejet"}),
        ("rejet rejet", "dans dans", {"11": "démissionne", "motion": "démissionne"}),
        ("maire maire", "d' de", {"11": "démissionne", "motion": "démissionne"}),
    ],
)
def test_a_date_parts_no_event_from_its_complement(noun: str, case: str, heads: dict[str, str]) -> None:
    text, sentences = table(REJECTED.format(noun=noun, case=case))
    found = apply_fixes(grow(sentences[0]), resolved(Article("a", "a.txt", "", DAY, text), sentences), load("fr"))
    assert {one.text: found.head(one).text for one in found.tokens if one.text in heads} == heads


FROM_A_DAY = """
    Il lui PRON _ 2 nsubj
    part partir VERB _ 0 root
    à à ADP _ 4 mark
    compter compter VERB VerbForm=Inf 2 xcomp
    d' de ADP _ 6 case
    {end}
    avec avec ADP _ 8 case
    elle lui PRON _ 4 obl
"""


@pytest.mark.parametrize(
    ("end", "heads"),
    [
        ("avril avril NOUN _ 4 obl", {"à": "part", "compter": "à", "avril": "à", "elle": "part"}),
        ("amis ami NOUN _ 4 obl", {"à": "compter", "compter": "part", "amis": "compter", "elle": "compter"}),
    ],
)
def test_an_infinitive_before_a_date_is_a_preposition(end: str, heads: dict[str, str]) -> None:
    text, sentences = table(FROM_A_DAY.format(end=end))
    found = apply_fixes(grow(sentences[0]), resolved(Article("a", "a.txt", "", DAY, text), sentences), load("fr"))
    assert {one.text: found.head(one).text for one in found.tokens if one.text in heads} == heads


REOPENED = """
    Elle lui PRON _ 4 nsubj
    n' ne ADV Polarity=Neg 4 advmod
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense
    rouvert rouvrir VERB Tense=Past|VerbForm=Part 0 root
    {again} ADV _ 4 advmod
    qu' que ADV Polarity=Neg {only} advmod
    en en ADP _ 8 case
    2014 2014 NUM _ 4 obl
"""
ONLY_LATER = """
    Il lui PRON _ 4 nsubj:pass
    ne ne ADV Polarity=Neg 4 advmod
    sera être AUX Mood=Ind|Tense=Fut|VerbForm=Fin 4 aux:pass
    arrêté arrêter VERB Tense=Past|VerbForm=Part 0 root
    que que ADV Polarity=Neg 6 advmod
    lundi lundi NOUN _ 4 nsubj:pass
"""
LAST_YEAR = """
    Elle lui PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    accueilli accueillir VERB Tense=Past|VerbForm=Part 0 root
    l' le DET _ 5 det
    année année NOUN _ 3 obl
    passée passer VERB Tense=Past|VerbForm=Part 5 acl
    six six NUM _ 8 nummod
    élus élu NOUN _ 6 obj
"""


@pytest.mark.parametrize(
    ("text", "word", "head", "name"),
    [
        (REOPENED.format(again="enfin enfin", only=8), "n'", "2014", "advmod"),
        (REOPENED.format(again="pas pas", only=8), "n'", "rouvrir", "advmod"),  # "n'a pas dit qu'en 2014 il …"
        (REOPENED.format(again="enfin enfin", only=2), "n'", "rouvrir", "advmod"),
        (ONLY_LATER, "lundi", "arrêter", "obl"),
        (ONLY_LATER, "ne", "lundi", "advmod"),
        (LAST_YEAR, "élus", "accueillir", "obj"),
        (LAST_YEAR, "passée", "année", "amod"),
        (LAST_YEAR.replace("3 obl", "3 obj"), "année", "accueillir", "obl"),
        (LAST_YEAR.replace("3 obl", "3 obj").replace("6 obj", "3 obj"), "année", "accueillir", "obl"),
        (LAST_YEAR.replace("3 obl", "3 obj").replace("6 obj", "6 obl"), "année", "accueillir", "obj"),
        (LAST_YEAR.replace("passée passer", "élue élire"), "élus", "élire", "obj"),  # no part of the date
        (LAST_YEAR.replace("6 obj", "6 obl"), "élus", "passer", "obl"),  # "après un an passé derrière l'étal"
        (LAST_YEAR.replace("passée passer VERB Tense=Past", "suivant suivre VERB Tense=Pres"), "élus", "suivre", "obj"),
    ],
)
def test_a_date_is_no_subject_object_or_denial(text: str, word: str, head: str, name: str) -> None:
    plain, sentences = table(text)
    tree = apply_fixes(grow(sentences[0]), resolved(Article("a", "a.txt", "", DAY, plain), sentences), load("fr"))
    token = next(token for token in tree.tokens if token.text == word)
    assert (tree.head(token).lemma, token.relation) == (head, name)


ORDERED = """
    Elle lui PRON _ 2 nsubj
    enjoint enjoindre VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    à à ADP _ 5 case
    la le DET _ 5 det
    ville ville NOUN _ 2 obl
    de de ADP _ 7 mark
    payer payer VERB VerbForm=Inf 5 acl
"""
SUSPECTED = """
    Elle lui PRON _ 2 nsubj
    soupçonne soupçonner VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    le le DET _ 4 det
    maire maire NOUN _ 2 obj
    d' de ADP _ 7 mark
    avoir avoir AUX VerbForm=Inf 7 aux:tense
    volé voler VERB Tense=Past|VerbForm=Part 4 acl
"""
HIDDEN = """
    Elle lui PRON _ 2 nsubj
    accuse accuser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    Rex Rex PROPN _ 2 obj PER
    d' de ADP _ 6 mark
    avoir avoir AUX VerbForm=Inf 6 aux:tense
    caché cacher VERB Tense=Past|VerbForm=Part 2 advcl
    un un DET _ 8 det
    rapport rapport NOUN _ 2 obj
"""


ARRESTED = """
    Ils lui PRON _ 2 nsubj
    arrêtent arrêter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    , , PUNCT _ 5 punct
    à à ADP _ 5 case
    Lyon Lyon PROPN _ 2 obl LOC
    , , PUNCT _ 8 punct
    le le DET _ 8 det
    maire maire NOUN _ 5 appos
"""
SIGNED = """
    Ils lui PRON _ 2 nsubj
    signent signer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    , , PUNCT _ 6 punct
    devant devant ADP _ 6 case
    les le DET _ 6 det
    élus élu NOUN _ 2 obl
    , , PUNCT _ 9 punct
    un un DET _ 9 det
    accord accord NOUN _ 6 conj
"""
KNOWING = """
    Il lui PRON _ 3 expl:subj
    est être AUX _ 3 cop
    bon bon ADJ _ 0 root
    de de ADP _ 5 mark
    savoir savoir VERB VerbForm=Inf 3 advcl
    que que SCONJ _ 9 mark
    des un DET _ 8 det
    rues rue NOUN _ 9 nsubj
    ferment fermer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 3 parataxis
"""
SENTENCED = """
    Il lui PRON _ 2 nsubj
    condamné condamner VERB Tense=Past|VerbForm=Part 0 root
    à à ADP _ 5 case
    un un NUM _ 5 nummod
    an an NOUN _ 2 obl
    et et CCONJ _ 7 cc
    maire maire NOUN _ 5 conj
"""
BETWEEN = """
    Entre entre ADP _ 2 case
    400 400 NUM _ 6 obl
    et et CCONJ _ 5 cc
    600 600 NUM _ 5 nummod
    clubs club NOUN _ 6 nsubj
    gagnent gagner VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
"""

REVEALED = """
    Elle lui PRON _ 2 nsubj
    révèle révéler VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    , , PUNCT _ 5 punct
    depuis depuis ADP _ 5 case
    Lyon Lyon PROPN _ 2 obl LOC
    , , PUNCT _ 10 punct
    que que SCONJ _ 10 mark
    Rex Rex PROPN _ 10 nsubj
    a avoir AUX _ 10 aux:tense
    menti mentir VERB Tense=Past|VerbForm=Part 2 advcl
"""
WINS = """
    {doer} NOUN _ 3 nsubj
    l' lui PRON Person=3|PronType=Prs 3 obj
    emporte emporter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
"""
GONE = """
    Parti parti NOUN Gender=Masc|Number=Sing 5 nsubj
    de de ADP _ 3 case
    Tunis Tunis PROPN _ 1 nmod LOC
    il lui PRON _ 5 nsubj
    coule couler VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
"""


RIVALS = """
    Il lui PRON _ 2 nsubj
    reçoit recevoir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    les le DET _ 4 det
    élus élu NOUN Number=Plur 2 obj
    Rex Rex PROPN _ 4 appos PER
    ( ( PUNCT _ 8 punct
    qui qui PRON PronType=Rel 8 nsubj
    nie nier VERB Mood=Ind|Number={number}|Tense=Pres|VerbForm=Fin 4 acl:relcl
    ) ) PUNCT _ 8 punct
    et et CCONJ _ 11 cc
    Max Max PROPN _ 4 conj PER
"""
SHORT = """
    rejetée rejeter VERB VerbForm=Part 0 root
    à à ADP _ 4 case
    neuf neuf NUM _ 4 nummod
    voix voix NOUN _ 1 obl
    près près ADV _ 4 advmod
"""
COMING = """
    déployé déployer VERB VerbForm=Part 0 root
    dans dans ADP _ 4 case
    les le DET _ 4 det
    jours jour NOUN _ 1 obl
    à à ADP _ 6 mark
    venir venir VERB VerbForm=Inf 1 advcl
    en en ADP _ 8 case
    Alsace Alsace PROPN _ 6 obl LOC
"""
BALL = """
    la le DET Gender=Fem 2 det
    salle salle NOUN _ 0 root
    où où PRON PronType=Rel 5 obl
    se soi PRON _ 5 expl:comp
    tient tenir VERB Mood=Ind|VerbForm=Fin 2 acl:relcl
    le le DET _ 7 det
    bal bal NOUN _ 5 obj
"""
MINISTER = """
    la le DET Gender=Fem 2 det
    ministre ministre NOUN Gender=Masc|Number=Sing 3 nsubj
    part partir VERB VerbForm=Fin 0 root
"""


ATTACK = """
    l' le DET Number=Sing 2 det
    attentat attentat NOUN Gender=Masc|Number=Sing 0 root
    commis commettre VERB Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part 2 acl
"""


@pytest.mark.parametrize(
    ("text", "number"),
    [(ATTACK, "Sing"), (ATTACK.replace("commis", "visés"), "Plur"), (ATTACK.replace("2 acl", "2 acl:relcl"), "Plur")],
    ids=["alike in both", "not alike", "a clause of its own"],
)
def test_a_participle_has_the_number_of_its_noun(text: str, number: str) -> None:
    tree = apply_fixes(grow(table(text)[1][0]), (), load("fr"))
    assert tree.tokens[2].features["Number"] == number


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (MINISTER, "Fem"),
        (MINISTER.replace("Number=Sing", "Number=Plur"), "Masc"),
        (MINISTER.replace("=Fem 2", "=Masc 2"), "Masc"),
    ],
    ids=["another one", "several", "the same"],
)
def test_a_noun_has_the_gender_of_its_article(text: str, gender: str) -> None:
    tree = apply_fixes(grow(table(text)[1][0]), (), load("fr"))
    assert tree.tokens[1].features["Gender"] == gender


@pytest.mark.parametrize(
    ("text", "word", "head", "name"),
    [
        (BALL, "bal", "tenir", "nsubj"),
        (BALL.replace("où où", "qui qui"), "bal", "tenir", "obj"),
        (
            BALL.replace("où où", "que que"),
            "bal",
            "tenir",
            "obj",
        ),  # a cleft: "c'est par un discours que s'ouvre le bal"
        (BALL.replace("où où", "lequel lequel"), "bal", "tenir", "obj"),  # without a preposition
        (BALL.replace("se soi PRON _ 5 expl:comp", "on on PRON _ 5 nsubj"), "bal", "tenir", "obj"),
        (BALL.replace("se soi PRON _ 5 expl:comp", "Rex Rex PROPN _ 5 dep"), "bal", "tenir", "obj"),
        (BALL.replace("le le DET _ 7 det", "y y PRON _ 5 obl"), "bal", "tenir", "obj"),  # "où tient lieu"
        (REVEALED, "menti", "révéler", "ccomp"),
        (REVEALED.replace("révèle révéler", "arrive arriver"), "menti", "arriver", "advcl"),
        (REVEALED.replace("Lyon Lyon PROPN _ 2 obl LOC", "Lyon Lyon PROPN _ 2 nsubj"), "menti", "révéler", "advcl"),
        (GONE, "Parti", "couler", "advcl"),
        (GONE, "Tunis", "partir", "obl"),
        (SHORT, "près", "voix", "case"),
        (SHORT.replace("4 advmod", "1 advmod"), "près", "voix", "case"),
        (SHORT.replace("à à", "dans dans"), "près", "voix", "advmod"),
        (SHORT.replace("4 advmod", "6 advmod") + "    lundi lundi NOUN _ 1 obl\n", "près", "voix", "case"),
        (SHORT.replace("4 advmod", "1 advmod") + "    mars mars NOUN _ 5 obl\n", "mars", "rejeter", "obl"),
        (SHORT.replace("4 advmod", "1 advmod") + "    de de ADP _ 1 dep\n", "près", "rejeter", "advmod"),  # "de Lyon"
        (SHORT.replace("4 nummod", "4 amod").replace("4 advmod", "1 advmod"), "près", "rejeter", "advmod"),
        (COMING, "venir", "jour", "amod"),
        (COMING, "Alsace", "déployer", "obl"),
        (COMING.replace("6 obl LOC", "6 xcomp"), "venir", "déployer", "advcl"),  # "invite les gens à venir voter"
        (RIVALS.format(number="Sing"), "Max", "Rex", "conj"),
        (RIVALS.format(number="Sing"), "nie", "Rex", "acl"),
        (RIVALS.format(number="Plur"), "nie", "élu", "acl"),
        (RIVALS.format(number="Sing").replace("Plur", "Sing"), "Max", "élu", "conj"),  # "le maire Rex et Max"
        (RIVALS.format(number="Sing").replace("4 appos", "4 nmod"), "Max", "élu", "conj"),  # "les élus de Lyon et Max"
        (GONE.replace("il lui PRON _ 5 nsubj", "là là ADV _ 5 advmod"), "Parti", "couler", "nsubj"),  # a party
        (GONE.replace("de de ADP _ 3 case", "et et CCONJ _ 3 cc").replace("nmod", "conj"), "Parti", "couler", "nsubj"),
        (WINS.format(doer="maire maire"), "l'", "emporter", "expl"),
        (WINS.format(doer="avalanche avalanche"), "l'", "emporter", "obj"),
        (WINS.format(doer="maire maire").replace("emporte emporter", "arrête arrêter"), "l'", "arrêter", "obj"),
        (ARRESTED, "maire", "arrêter", "obj"),
        (ARRESTED.replace("maire maire", "ville ville"), "ville", "Lyon", "appos"),
        (ARRESTED.replace("Lyon Lyon PROPN _ 2 obl LOC", "Rey Rey PROPN _ 2 obl PER"), "maire", "Rey", "appos"),
        (ARRESTED.replace("Ils lui PRON _ 2 nsubj", "Là là ADV _ 2 advmod"), "maire", "Lyon", "appos"),
        (ORDERED, "payer", "enjoindre", "xcomp"),
        (ORDERED.replace("enjoint enjoindre", "part partir"), "payer", "ville", "acl"),
        (ORDERED.replace("à à ADP", "de de ADP"), "payer", "ville", "acl"),
        (SUSPECTED, "volé", "soupçonner", "xcomp"),
        (SUSPECTED.replace("soupçonne soupçonner", "remercie remercier"), "volé", "maire", "acl"),
        (HIDDEN, "caché", "accuser", "xcomp"),
        (SIGNED, "accord", "signer", "obj"),
        (SIGNED.replace("conj", "appos"), "accord", "signer", "obj"),
        (SIGNED.replace("signent signer", "partent partir"), "accord", "élu", "conj"),
        (SIGNED.replace("un un DET", "et et CCONJ"), "accord", "élu", "conj"),  # a list
        (SIGNED.replace("les le DET _ 6 det", "le le DET _ 2 obj"), "accord", "élu", "conj"),  # it has its object
        (KNOWING, "ferment", "savoir", "ccomp"),
        (KNOWING.replace("que que", "si si"), "ferment", "bon", "parataxis"),
        (KNOWING.replace("des un DET _ 8 det", "ne ne ADV _ 5 advmod"), "ferment", "bon", "parataxis"),  # "ne … que"
        (SENTENCED, "maire", "condamner", "parataxis"),
        (SENTENCED.replace("condamné condamner", "élu élire"), "maire", "an", "conj"),
        (SENTENCED.replace("maire maire", "mois mois"), "mois", "an", "conj"),
        (BETWEEN, "400", "club", "nummod"),
        (BETWEEN.replace("Entre entre", "Sous sous"), "400", "gagner", "obl"),
    ],
)
def test_a_phrase_hangs_on_its_governor(text: str, word: str, head: str, name: str) -> None:
    _, sentences = table(text)
    tree = apply_fixes(grow(sentences[0]), (), load("fr"))
    token = next(token for token in tree.tokens if token.text == word)
    assert (tree.head(token).lemma, token.relation) == (head, name)


PARKED = """
    {subject} Gender=Masc|Number=Sing 2 nsubj
    rejoint rejoindre VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    sa son DET Poss=Yes 4 det
    voiture voiture NOUN Gender=Fem|Number=Sing 2 obj
    , , PUNCT _ 6 punct
    {participle} VERB Gender={gender}|Number=Sing|Tense=Past|VerbForm=Part 2 advcl
"""


@pytest.mark.parametrize(
    ("subject", "participle", "gender", "head"),
    [
        ("Il lui PRON", "garée garer", "Fem", "voiture"),
        ("Il lui PRON", "ravi ravir", "Masc", "rejoindre"),
    ],
)
def test_a_participle_is_of_the_object_that_it_agrees_with(
    subject: str, participle: str, gender: str, head: str
) -> None:
    text = PARKED.format(subject=subject, participle=participle, gender=gender)
    tree = apply_fixes(grow(table(text)[1][0]), (), load("fr"))
    assert tree.head(next(token for token in tree.tokens if token.text in participle)).lemma == head
