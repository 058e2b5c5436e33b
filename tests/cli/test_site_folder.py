"""A folder `site` that no build of ours made is never emptied."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run


def test_a_folder_of_ones_own_is_refused_and_stays(run: Run, project: Path) -> None:
    own = project / "site" / "photos" / "chantier.jpg"
    own.parent.mkdir(parents=True)
    own.write_text("precious")
    result = run("build")
    assert result.exit_code == 1
    assert "move it away or delete it" in result.output
    assert own.read_text() == "precious"


def test_a_site_of_another_project_is_refused(run: Run, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "sitemap.xml.gz").write_bytes(b"")  # MkDocs leaves one in every site
    assert run("build").exit_code == 1
    assert (project / "site" / "sitemap.xml.gz").exists()


def test_a_site_of_ours_is_built_again(run: Run, project: Path) -> None:
    assert run("build").exit_code == 0
    assert run("build").exit_code == 0
    assert (project / "site" / ".timeline-site").exists()
