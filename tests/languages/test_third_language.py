"""A third language is a folder of its own: nothing of the engine changes for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import languages
from timeline.model import Sentence
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

SPANISH = '''
"""Spanish, as far as a test needs it."""

from timeline.languages.kinds import Kind
from timeline.languages.grammar import Cues, Join, Language, Rule
from timeline.model import Clock, Direction, Granularity, On, Partial, PartOfDay, Shift, Signal

DAY = Granularity.DAY
LANGUAGE = Language(
    code="es",
    words={
        "month": {"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6},
        "weekday": {"lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4},
        "part": {"manana": PartOfDay.MORNING, "tarde": PartOfDay.AFTERNOON},
        "unit": {"dias?": DAY, "semanas?": Granularity.WEEK, "anos?": Granularity.YEAR},
        "season": {}, "period": {},
    },
    shapes={"day": r"\\d{1,2}", "year": r"(?:1\\d{3}|20\\d{2})", "count": r"\\d{1,3}"},
    readers={"day": int, "year": int, "count": int},
    rules=(
        Rule("ayer", "ayer", Kind.DAY, lambda: Shift(-1, DAY)),
        Rule("day and month", "{day} de {month}(?: de {year})?", Kind.DAY, lambda **slots: Partial(**slots)),
        Rule("weekday", "(?:el )?[[{weekday}]]", Kind.DAY, lambda weekday: Partial(weekday=weekday)),
        Rule("ago", "hace {count} {unit}", Kind.AGO, lambda count, unit: Shift(-count, unit, Direction.BACK)),
        Rule("part", "por la [[{part}]]", Kind.PART, lambda part: Clock(part=part), helper=True),
    ),
    joins=(Join("day and part", (Kind.DAY,), (" ",), (Kind.PART,), lambda day, time: On(day, time), Kind.DAYED),),
    signals={"desde": Signal.SINCE, "hasta": Signal.UNTIL},
    modifiers={},
    articles=("el ", "la "),
    lists=frozenset({", ", " y "}),
    ranges=frozenset({" al "}),
    openers="entre $",
    item="[:,] $",
    cues=Cues(
        past=r"\\b(?:[a-z]+(?:o|aron|ieron))\\b", future=r"\\b(?:[a-z]+ra)\\b", plan=r"\\b(?:previst[oa])\\b",
        opening="$^", done=r"(?:ado|ida?) $", planned=r"(?:previst[oa]) $", passive="$^", of_noun=r"[a-z]{3,} del $",
        sentence_end=r"[.!?]", firm=True,
    ),
)
'''


@pytest.fixture(autouse=True)
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "__init__.py").write_text(SPANISH, encoding="utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    languages.available.cache_clear()
    languages.get.cache_clear()
    yield
    monkeypatch.undo()
    languages.available.cache_clear()
    languages.get.cache_clear()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("El alcalde renunció ayer.", ["2022-12-19"]),
        ("Nació el 3 de marzo de 1957.", ["1957-03-03"]),
        ("El tren chocó el 5 de febrero.", ["2022-02-05"]),
        ("El juez hablará el jueves por la tarde.", ["2022-12-22TAF"]),
        ("El puente cayó el jueves.", ["2022-12-15"]),
        ("Se fue hace 3 días.", ["2022-12-17"]),
        ("No pasó nada.", []),
    ],
)
def test_a_folder_is_enough(text: str, values: list[str]) -> None:
    no_sentences: tuple[Sentence, ...] = ()
    resolution = resolve(text, find(text, "es"), datetime.date(2022, 12, 20), no_sentences, "es")
    assert [timex.value for timex in resolution.timexes] == values


def test_the_languages_are_those_of_the_folders() -> None:
    assert languages.available() == ("en", "es", "fr")
