"""What was read of a file is not read again, and never differs from what reading it would give."""

from __future__ import annotations

import ast
import importlib.metadata
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from timeline import articles
from timeline.articles import collect, duplicates
from timeline.articles.text import language
from timeline.articles.text.language import Spoken
from timeline.i18n.messages import in_language
from timeline.model import Article
from timeline.workflow.memory import readings
from timeline.workflow.memory.values import updates_folder, write_value

TEXT = "Le maire a ouvert le pont mardi. La fête a duré toute la nuit, dit la préfecture de l’Isère.\n"
WHOLE = "---\ntitle: Le pont\ndate: 2020-03-02\n---\n" + TEXT
DOUBTED = "---\ntitle: Le pont\ndate: 2020-03-02\n---\nGrenoble, le 5 mai 2019 (AFP) — " + TEXT
UNDATED = "# Le pont\n\n" + TEXT


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _read(root: Path, **how: str) -> articles.Collected:
    return articles.read(["."], root, articles.ReadOptions(**how), memory=articles.ReadMemory(readings.through))


def _folder(root: Path, **files: str) -> Path:
    root.mkdir(exist_ok=True)
    for name, text in files.items():
        (root / f"{name}.md").write_text(text, encoding="utf-8")
    return root


def _never(*_: object) -> NoReturn:
    raise AssertionError("read again")


def _kept() -> list[Path]:
    return list(readings.folder().glob("*"))


def test_a_file_is_read_once_with_its_warnings_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _folder(tmp_path / "a", a=WHOLE, b=DOUBTED)
    first = _read(root)
    assert len(first.articles) == 2
    monkeypatch.setattr(collect, "finish", _never)
    again = _read(root)
    assert again == first
    french = [[in_language(problem.message, "fr") for problem in each.problems] for each in (first, again)]
    assert french[0] == french[1] != [problem.message for problem in first.problems]


def test_only_the_file_that_changed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _folder(tmp_path / "a", a=WHOLE, b=WHOLE.replace("pont", "port"))
    _read(root)
    _folder(root, b=WHOLE.replace("pont", "gare"))
    read, whole = [], collect.finish

    def noted(draft: collect.UndatedArticle, options: collect.ReadOptions, spoken: Spoken) -> object:
        read.append(draft.path)
        return whole(draft, options, spoken)

    monkeypatch.setattr(collect, "finish", noted)
    assert "gare" in _read(root).articles[1].text
    assert read == ["b.md"]


@pytest.mark.parametrize("how", [{"zone": "Pacific/Auckland"}, {"encoding": "latin-1"}, {"language": "fr"}])
def test_other_options_read_anew(how: dict[str, str], tmp_path: Path) -> None:
    root = _folder(tmp_path / "a", a=WHOLE)
    _read(root)
    _read(root, **how)
    assert len(_kept()) == 2


def test_a_sidecar_and_a_path_are_part_of_what_is_read(tmp_path: Path) -> None:
    root = _folder(tmp_path / "a", a=UNDATED)
    for day in ("2020-03-02", "2021-03-02"):
        (root / "a.yaml").write_text(f"date: {day}\n", encoding="utf-8")
        assert [article.published.isoformat() for article in _read(root).articles] == [day]
    (root / "a.md").rename(root / "b.md")
    (root / "a.yaml").rename(root / "b.yaml")
    assert [article.id for article in _read(root).articles] == ["b"]


def test_a_file_with_an_error_is_not_kept(tmp_path: Path) -> None:
    root = _folder(tmp_path / "a", a=UNDATED, b="")
    assert not _read(root).articles
    assert not _kept()


def test_a_damaged_value_is_read_anew(tmp_path: Path) -> None:
    root = _folder(tmp_path / "a", a=DOUBTED)
    first = _read(root)
    (value,) = _kept()
    value.write_bytes(value.read_bytes()[:-1])
    assert _read(root) == first


def _read_of_project(root: Path, **how: str) -> articles.Collected:
    """The same as `_read`, with what is kept of the whole project."""
    files = readings.Readings(root, ["."])
    memory = articles.ReadMemory(files.through, files.sketch, files.shares)
    found = articles.read(["."], root, articles.ReadOptions(**how), memory=memory)
    files.remember()
    return found


def test_a_file_that_stands_as_it_did_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _folder(tmp_path / "a", a=WHOLE, b=DOUBTED)
    first = _read_of_project(root)
    assert len(first.articles) == 2
    monkeypatch.setattr(readings, "through", _never)
    assert _read_of_project(root) == first
    with pytest.raises(AssertionError):
        _read_of_project(root, zone="Pacific/Auckland")
    (root / "b.md").touch()
    with pytest.raises(AssertionError):
        _read_of_project(root)


@pytest.mark.parametrize("damaged", [b"", b"?", pickle.dumps(readings._Project("other code", (), {}, {}))])
def test_what_is_kept_of_a_project_and_is_damaged_or_of_other_code_is_as_none(damaged: bytes, tmp_path: Path) -> None:
    root = _folder(tmp_path / "a", a=WHOLE)
    first = _read_of_project(root)
    (value,) = updates_folder().iterdir()
    write_value(value.name, damaged, updates_folder())
    assert _read_of_project(root) == first
    value.write_bytes(value.read_bytes()[:-1] + b"?")
    assert _read_of_project(root) == first


_LONG = WHOLE + "".join(f"La {n}e séance du conseil a duré {n + 1} heures, dit le greffe.\n" for n in range(9))
_FILES = st.dictionaries(
    st.sampled_from(("a", "b", "c")),
    st.sampled_from((WHOLE, DOUBTED, UNDATED, "", WHOLE + TEXT, _LONG, f"{_LONG}Le maire part.\n")),
    max_size=3,
)


@settings(max_examples=examples(25, 300), deadline=None)
@given(states=st.lists(_FILES, min_size=1, max_size=4))
def test_after_any_changes_it_gives_what_reading_gives(
    states: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("project") / "a"
    root.mkdir()
    for state in states:
        for path in root.iterdir():
            path.unlink()
        _folder(root, **state)
        assert _read(root) == _read_of_project(root) == articles.read(["."], root)


def test_every_library_that_reads_files_is_in_the_key() -> None:
    of_module = importlib.metadata.packages_distributions()
    found = set()
    for path in Path(articles.__file__).parent.rglob("*.py"):
        if "importing" in path.parts:  # it reads no file of a project
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    outside = {name for name in found if name not in sys.stdlib_module_names and name not in ("timeline", "__future__")}
    names = {name.lower() for module in outside for name in of_module.get(module, [module])}
    assert names <= {name.lower() for name in readings._LIBRARIES}


def test_a_language_is_detected_again_only_where_a_text_begins_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _folder(tmp_path / "a", a=WHOLE + TEXT * 5)
    asked, whole = [], language._detected

    def noted(sample: str) -> str | None:
        asked.append(sample)
        return whole(sample)

    def read() -> articles.Collected:
        files = readings.Readings(root, ["."])
        found = articles.read(["."], root, memory=articles.ReadMemory(files.through, files.sketch))
        files.remember()
        return found

    monkeypatch.setattr(language, "_detected", noted)
    read()
    for ending in ("Une phrase de plus.", "Une autre."):
        _folder(root, a=WHOLE + TEXT * 5 + ending)
        assert read().articles == articles.read(["."], root).articles
    assert len(asked) == 3  # once for the file, and for each reading without a memory
    _folder(root, a=WHOLE.replace(TEXT, "The mayor opened the bridge on Tuesday, and the whole town danced all night."))
    assert read().articles[0].language == "en"
    assert len(asked) == 4


def test_two_texts_are_compared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {name: f"{WHOLE}{TEXT * 5}{end}" for name, end in (("a", "Fin."), ("b", "Fini."), ("c", "Terminé."))}
    root = _folder(tmp_path / "a", **texts)
    compared = list[int]()
    whole = duplicates.shares_of

    def counted(article: Article, others: Sequence[Article]) -> list[float]:
        compared.append(len(others))
        return whole(article, others)

    monkeypatch.setattr(duplicates, "shares_of", counted)
    for changed, new in (({}, 2), ({}, 0), ({"c": f"{texts['c']} Encore."}, 1), ({}, 0)):
        _folder(root, **{**texts, **changed})
        compared.clear()
        found = _read_of_project(root)
        assert sum(compared) == new
        assert found.problems == articles.read(["."], root).problems
        assert len(found.problems) > 1
        texts |= changed


def test_a_detector_that_was_let_go_comes_back_the_same() -> None:
    before = language.detect(TEXT)
    articles.let_go()
    assert not language._identifier.cache_info().currsize
    assert language.detect(TEXT) == before == "fr"
