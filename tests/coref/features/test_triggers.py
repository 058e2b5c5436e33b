import pytest

from timeline.coref.features.triggers import meaning


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("arrestation", "arrêter"),
        ("démission", "démissionner"),
        ("inauguration", "inaugurer"),
        ("rachat", "racheter"),
        ("départ", "partir"),
        ("mort", "mourir"),
        ("bombardement", "bombarder"),
        ("atterrissage", "atterrir"),
        ("arrivée", "arriver"),
        ("tremblement", "trembler"),
        ("abandon", "abandonner"),
        ("suspension", "suspendre"),
        ("convocation", "convoquer"),
        ("explosion", "exploser"),
        ("élection", "élire"),
        ("vaccination", "vacciner"),
        ("perquisition", "perquisitionner"),
        ("déploiement", "déployer"),
        ("réouverture", "rouvrir"),
        ("pillage", "piller"),
        ("fusillade", "fusiller"),
        ("restructuration", "restructurer"),
        ("nationalisation", "nationaliser"),
    ],
)
def test_a_noun_of_action_stands_for_its_verb(noun: str, verb: str) -> None:
    assert meaning("fr", noun).verbs & meaning("fr", verb).verbs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("interpeller", "arrestation"),
        ("décès", "s'éteindre"),
        ("limoger", "éviction"),
        ("séisme", "trembler"),
        ("défiler", "manifestation"),
        ("écoper", "condamnation"),
    ],
)
def test_words_for_one_kind_of_event_share_a_family(one: str, other: str) -> None:
    assert meaning("fr", one).families & meaning("fr", other).families


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ouvrir", "fermer"),
        ("arrestation", "libérer"),
        ("condamner", "relaxe"),
        ("hausse", "baisser"),
        ("nommer", "limogeage"),
        ("arrêter", "arrêt"),  # a court's ruling, or a stop: nobody is arrested
    ],
)
def test_some_events_undo_others(one: str, other: str) -> None:
    assert meaning("fr", one).families & meaning("fr", other).opposed
    assert meaning("fr", other).families & meaning("fr", one).opposed


@pytest.mark.parametrize(("one", "other"), [("arrêter", "écrouer"), ("élire", "condamner"), ("naufrage", "inculper")])
def test_other_events_share_nothing(one: str, other: str) -> None:
    assert not meaning("fr", one).verbs & meaning("fr", other).verbs
    assert not meaning("fr", one).families & meaning("fr", other).families


@pytest.mark.parametrize("verb", ["faire", "avoir", "annoncer", "déclarer", "émettre"])
def test_light_verbs_say_little(verb: str) -> None:
    assert meaning("fr", verb).light


def test_a_language_without_tables_compares_words_alone() -> None:
    assert meaning("xx", "arrest").verbs == {"arrest", "=arrest"}
