"""The page of the printed paper stands where a source is cited, and in the exports."""

from __future__ import annotations

import datetime
import json

import pytest

from tests.site.sample import entry
from timeline import site
from timeline.model import ArticleCard, Source, Timeline

DAY = datetime.date(2023, 3, 17)


def rendered(page: str) -> dict[str, str]:
    card = ArticleCard("a", "La fonderie vote la grève", DAY, publisher="Le Courrier", page=page)
    told = entry("e", "2023-03-17", "Une grève est votée", sources=(Source("a", "Ils ont voté la grève."),))
    made = site.render([Timeline("Le fil", "fil", "timeline.yaml", "fr", "", (told,), (card,))])
    texts = {name: content for name, content in made.items() if not name.endswith((".png", ".zip"))}
    return {name: content if isinstance(content, str) else content.decode() for name, content in texts.items()}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fil/index.html", "Le Courrier, vendredi 17 mars 2023, p. 12"),
        ("fil/timeline.wiki.txt", "|page=12"),
    ],
)
def test_a_known_page_is_cited(name: str, said: str) -> None:
    with_page, without = rendered("12"), rendered("")
    assert said in with_page[name]
    assert said not in without[name]


def test_the_json_export_has_it() -> None:
    (with_page,), (without,) = (json.loads(rendered(page)["fil/timeline.json"])["articles"] for page in ("A4", ""))
    assert (with_page["page"], "page" in without) == ("A4", False)
