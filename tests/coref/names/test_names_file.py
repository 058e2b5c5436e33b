import pytest

from timeline.coref import Names, Naming, parse_names

GOOD = """\
# nos choix
people:
- name: Vladimir Poutine
  also: [Poutine, le chef du Kremlin]
- name: George Bush
  apart: George W. Bush
  slug: bush-pere
places:
- name: Kyiv
  also:
  - Kiev
- name: Héliade
  ignored: oui
- name: Paris
  ignored: no
"""


def test_a_good_file() -> None:
    assert parse_names(GOOD, "names.yaml") == (
        Names(
            people=(
                Naming("Vladimir Poutine", ("Poutine", "le chef du Kremlin")),
                Naming("George Bush", apart=("George W. Bush",), slug="bush-pere"),
            ),
            places=(Naming("Kyiv", ("Kiev",)), Naming("Héliade", ignored=True), Naming("Paris")),
        ),
        (),
    )


@pytest.mark.parametrize(
    "text", ["", "# rien\n", "people:\n", "people: []\nplaces:\n", "\ufeffplaces:\n- name: Kyiv\n"]
)
def test_files_that_order_little(text: str) -> None:
    assert parse_names(text, "names.yaml")[1] == ()


@pytest.mark.parametrize(
    ("text", "place", "cure"),
    [
        ("- name: A\n", "1:1", 'the sections "people:" and "places:"'),
        ("peple:\n- name: A\n", "1:1", 'did you mean "people"?'),
        ("people: A\n", "1:9", 'begin each line with "- name: "'),
        ("people:\n- Poutine\n", "2:3", 'this should be "name: …"'),
        ("people:\n- also: [A]\n", "2:3", 'add "name: …"'),
        ("people:\n- name: A\n  aslo: [B]\n", "3:3", 'did you mean "also"?'),
        ("people:\n- name: A\n  also: [B]\n- name: C\n  also: [B]\n", "5:10", 'already belongs to "A" (line 3)'),
        ("people:\n- name: A\n  also: [B]\n  apart: [B]\n", "4:11", "both joined"),
        ("people:\n- name: A\n- name: A\n", "3:9", "already on line 2"),
        ("people:\n- name: A\n  slug: Été 1\n", "3:9", '"ete-1" would be right'),
        ("people:\n- name: A\n  ignored: peut-être\n", "3:12", '"yes" or "no"'),
        ("people:\n- name: A\n  slug: x\n- name: B\n  slug: x\n", "5:9", "already used on line 3"),
        ("people:\n- name: [A, B]\n", "2:9", "one name"),
        ("people:\n- name: ''\n", "2:9", "this is empty"),
        ("people:\n- name: A\n  name: B\n", "3:3", "already on line 2"),
        ("people:\n- name: Affaire : le procès: suite\n", "2:17", "quotation marks"),
        ("people:\n\t- name: A\n", "2:1", "spaces instead of tabs"),
        ("people: [A\n", "2:1", "not valid YAML"),
        ("people:\n- &a {name: *a}\n", "2:3", "one name"),
        ("x" * 2_000_001, "", "too large"),
        ("people: \x00", "", "not valid YAML"),
    ],
)
def test_every_fault_has_its_place_and_its_cure(text: str, place: str, cure: str) -> None:
    problems = parse_names(text, "names.yaml")[1]
    assert problems
    assert str(problems[0]).startswith(f"names.yaml:{place}" if place else "names.yaml")
    assert cure in str(problems[0])


def test_all_faults_are_told_at_once() -> None:
    text = "people:\n- nam: A\n- name: B\n  slug: É\nplace: C\n"
    assert [problem.line for problem in parse_names(text, "n.yaml")[1]] == [2, 2, 4, 5]


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("people:\n- name: A\n  aslo: [B]\n", "vouliez-vous dire « also » ?"),
        ("people:\n- name: A\n- name: A\n", "figure déjà à la ligne 2"),
        ("people:\n\t- name: A\n", "espaces au lieu de tabulations"),
    ],
)
def test_faults_are_told_in_french(text: str, french: str) -> None:
    assert french in str(parse_names(text, "names.yaml", "fr")[1][0])


def test_the_addresses_that_are_ordered() -> None:
    assert parse_names(GOOD, "names.yaml")[0].addresses() == {("people", "George Bush"): "bush-pere"}
