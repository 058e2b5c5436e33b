from __future__ import annotations

from tests.document.examples import STRIKE, VISIT, build, changed, first, read


def test_what_the_machine_joined_and_parts_again_has_its_own_sources() -> None:
    text, lock = first(VISIT, STRIKE)
    joined = build(text, lock, changed(VISIT, sources=VISIT.sources + STRIKE.sources))
    apart = build(joined.text, joined.lock, VISIT, STRIKE)
    assert apart.text is not None
    cited = [[source["article"] for source in item.sources] for item in read(apart.text).items]
    assert sorted(cited) == [["afp-1"], ["afp-2"]]
