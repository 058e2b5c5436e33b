"""Press from before 1970 and after 2106: gzip's clock does not hold their days, the site is built all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, write_article


@pytest.mark.parametrize("day", ["1851-12-03", "1944-06-07", "2107-01-01"])
def test_the_site_of_old_press_is_built(run: Run, project: Path, day: str) -> None:
    (project / "articles" / "demission.md").unlink()
    write_article(
        project, "proces", "Le tribunal de Nantes a condamné mardi Hugo Renard à deux ans de prison.", date=day
    )
    result = run("build")
    assert result.exit_code == 0, result.output
    assert (project / "site" / "index.html").exists()
    assert (project / "site" / "sitemap.xml.gz").exists()
