"""Which lines of a text announce other articles, and which only begin like them."""

import pytest

from timeline.lines.related_lists import related_lists

BODY = "Le maire de Gap a été élu mardi. Il succède à Paul Rey.\n"


@pytest.mark.parametrize(
    ("before", "listed", "after"),
    [
        ("", "Sur le même sujet Tour du Queyras\n\nLe peloton gagne Aiguilles\nChute à Ceillac\n\n", BODY),
        ("", "Sur le même sujet\nLe maire démissionne\nLe conseil se réunit\n", "3 mars 2021. –\n" + BODY),
        (BODY, "À lire aussi : Le maire démissionne\n", BODY),
        (BODY, "Lire aussi :\n\nLe maire démissionne\n", BODY),
        (BODY, "Articles similaires\n- Le maire démissionne", ""),
        (BODY, "Read also\nThe mayor resigns\n\n", BODY),
        (BODY, "L’article Gap : le maire est élu est apparu en premier sur Alpes Actu.\n", ""),
        (BODY, "Cet article est apparu en premier sur Alpes Actu.\n", BODY),
        (BODY, "The post Mayor elected in Gap appeared first on Alpine News.", ""),
    ],
)
def test_a_list_of_other_articles(before: str, listed: str, after: str) -> None:
    text = before + listed + after
    ((start, end),) = related_lists(text)
    assert text[:start] == before
    assert text[start:end].strip() == listed.strip()
    assert text[end:].strip() == after.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "À la une du journal, le maire annonce sa démission.\n",
        "À suivre de près, le procès s'ouvre lundi à Gap.\nIl dure trois jours.\n",
        "Recommandée par le jury, l'œuvre entre au musée\nle 3 mars.",
        "Le virus est apparu en premier sur le marché de Gap.",
        "L’article du maire a été publié mardi sur le site de la ville.",
        "Les plus lustrés des meubles sont vendus\nà Gap.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert related_lists(text) == ()
