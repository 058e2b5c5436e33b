"""A folder `site` that no build of ours made is never emptied."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.conftest import Run, contents
from timeline.articles.find import SITE_MARKER
from timeline.workflow.commands import site_folder
from timeline.workflow.commands.site_folder import written_aside
from timeline.workflow.stopped import Stopped


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


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that a build of ours made, with what a person hid in it."""
    folder = tmp_path / "site"
    with written_aside(folder) as aside:
        (aside / "index.html").write_text("old")
        (aside / "gone.html").write_text("old")
    (folder / ".git" / "objects").mkdir(parents=True)
    (folder / ".git" / "objects" / "ab").write_text("history")
    (folder / ".htaccess").write_text("mine")
    return folder


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    with written_aside(site) as aside:
        assert aside != site
        (aside / "index.html").write_text("new")
        assert (site / "index.html").read_text() == "old"
    assert contents(site) == {
        "index.html": b"new",
        SITE_MARKER: b"",
        ".htaccess": b"mine",
        ".git/objects/ab": b"history",
    }
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_read_only_site_is_not_replaced(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(site)
    monkeypatch.setattr(site_folder.os, "access", lambda path, _mode: Path(path) != site)
    with pytest.raises(Stopped, match="read-only"), written_aside(site):
        pytest.fail("nothing is built")
    assert contents(site) == before


def test_without_an_exchange_of_names_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "_exchanged", lambda *_: False)
    test_a_new_site_takes_the_place_of_the_old_one(site)


def test_a_build_that_fails_leaves_the_old_site(site: Path) -> None:
    before = contents(site)
    with pytest.raises(OSError, match="full"), written_aside(site) as aside:
        fail(aside)
    assert contents(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def fail(aside: Path) -> NoReturn:
    (aside / "index.html").write_text("half")
    raise OSError("the disk is full")


def test_a_full_disk_is_told_with_the_folder(site: Path) -> None:
    """A write that fails for want of space names no file."""
    with pytest.raises(OSError, match="No space left on device") as failed, written_aside(site):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert failed.value.filename == str(site)


def test_a_link_and_its_permissions_stay(site: Path) -> None:
    real = site.rename(site.parent / "real")
    real.chmod(0o750)
    site.symlink_to("real")
    with written_aside(site) as aside:
        (aside / "index.html").write_text("new")
    assert site.is_symlink()
    assert (site / "index.html").read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o750


KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.workflow.commands import site_folder
def stop(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
step = sys.argv[2]
if step != "build":
    setattr(site_folder, step, stop)
with site_folder.written_aside(Path(sys.argv[1])) as aside:
    (aside / "index.html").write_text("new")
    if step == "build":
        stop()
    site_folder.shutil.rmtree = stop
"""


@pytest.mark.parametrize(
    ("step", "stands"), [("build", "old"), ("_carry_over", "old"), ("_swap", "old"), ("after", "new")]
)
def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(site: Path, step: str, stands: str) -> None:
    before = contents(site)
    done = subprocess.run([sys.executable, "-c", KILLED, str(site), step], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert (site / "index.html").read_text() == stands
    assert (contents(site) == before) == (stands == "old")
    with written_aside(site) as aside:
        (aside / "index.html").write_text("newer")
    assert (site / "index.html").read_text() == "newer"
    assert (site / ".git" / "objects" / "ab").read_text() == "history"
    assert [path.name for path in site.parent.iterdir()] == ["site"], "what it left is cleared away"


@pytest.mark.parametrize("after", range(1, 9))
def test_a_kill_while_the_old_site_is_removed_leaves_nothing_for_ever(site: Path, after: int) -> None:
    """The marker goes last: without it, what is left could be a person's."""
    done = subprocess.run([sys.executable, "-c", REMOVING, str(site), str(after)], check=False, timeout=60)
    assert done.returncode in (-signal.SIGKILL, 0)
    assert (site / "index.html").read_text() == "new"
    with written_aside(site) as aside:
        (aside / "index.html").write_text("newer")
    assert [path.name for path in site.parent.iterdir()] == ["site"]


REMOVING = """
import os, signal, sys
from pathlib import Path
from timeline.workflow.commands import site_folder
left = int(sys.argv[2])
def count_down(event, _):
    global left
    if event == "os.remove" or event == "os.rmdir":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
with site_folder.written_aside(Path(sys.argv[1])) as aside:
    (aside / "index.html").write_text("new")
    sys.addaudithook(count_down)
"""


def test_where_nothing_can_be_written_beside_it_the_site_is_built_in_its_place(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_folder.Path, "is_mount", lambda _: True)
    with written_aside(site) as aside:
        assert aside == site.resolve()
    assert (site / SITE_MARKER).is_file()
