"""Kills `timeline build` at random moments and looks at what is left.

python -m benchmarks.projects.killed_builds [200]

Each build is forked from a warm process and killed (SIGKILL) somewhere between its first act and its end. Then the
YAML file and its lock must both be the old ones or both the new ones, or be made so by the next command; the site must
be the old one or the new one, whole; every third time the folder is moved first; and the next build must make what an
undisturbed one makes.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OLD = "Le tribunal de Nantes a condamné lundi Hugo Renard à deux ans de prison."
NEW = "Claire Dubreuil a démissionné vendredi de son poste de directrice de l'hôpital de Tours."
PAIR = ("timeline.yaml", "timeline.lock")


@dataclass(frozen=True)
class State:
    """What a build leaves: the YAML file with its lock, and the pages."""

    pair: tuple[str, ...]
    site: dict[str, bytes]

    @classmethod
    def of(cls, project: Path) -> State:
        """The state of a project's folder."""
        return cls(_pair(project), _site(project))


def main(kills: int) -> int:
    """Runs the kills, prints what was seen, and gives the number of faults."""
    draw = random.Random(5)
    work = Path(tempfile.mkdtemp())
    os.environ["XDG_CACHE_HOME"] = str(work / "cache")
    project = work / "project"
    _make(project)
    _build(project)  # warm, and the old state
    old = State.of(project)
    shutil.copytree(project, work / "old")
    _article(project, "neuf", NEW)
    started = time.monotonic()
    _build(project)
    seconds = time.monotonic() - started
    new = State.of(project)
    assert old.pair != new.pair
    assert old.site != new.site
    seen: Counter[str] = Counter()
    for number in range(kills):
        shutil.rmtree(project)
        shutil.copytree(work / "old", project)
        _article(project, "neuf", NEW)
        _killed(project, draw.uniform(0.0, draw.choice([0.2, 1.1])) * seconds)  # half of them while the YAML is written
        if number % 3 == 2:
            project = project.rename(work / f"moved-{number}")
        seen.update(_left_by_a_kill(State.of(project), old, new))
        _build(project)
        seen.update(_left_by_the_next_build(project, new))
        if number % 20 == 19:
            print(f"after {number + 1}: {dict(seen)}", flush=True)
    for what, count in sorted(seen.items()):
        print(f"{count:4} {what}")
    shutil.rmtree(work)
    return sum(count for what, count in seen.items() if "FAULT" in what)


def _left_by_a_kill(found: State, old: State, new: State) -> Iterator[str]:
    pair, site = found.pair, found.site
    yield f"pair {'old' if pair == old.pair else 'new' if pair == new.pair else 'between'}"
    if any(text not in both for text, *both in zip(pair, old.pair, new.pair, strict=True)):
        yield "FAULT a file is neither old nor new"
    yield f"site {'old' if site == old.site else 'new' if site == new.site else 'FAULT half'}"


def _left_by_the_next_build(project: Path, new: State) -> Iterator[str]:
    if State.of(project) != new:
        yield "FAULT the next build is another"
    left = sorted(path.name for path in project.iterdir() if path.name.endswith((".tmp", ".new", ".old")))
    if left:
        yield f"FAULT left behind: {left}"


def _make(project: Path) -> None:
    (project / "articles").mkdir(parents=True)
    (project / "timeline.yaml").write_text('title: "Essai"\nlanguage: fr\narticles: articles\n', encoding="utf-8")
    _article(project, "ancien", OLD)


def _article(project: Path, name: str, text: str) -> None:
    text_of_article = f"---\ntitle: Le bilan\ndate: 2021-03-13\n---\n{text}\n"
    (project / "articles" / f"{name}.md").write_text(text_of_article, encoding="utf-8")


def _build(project: Path) -> None:
    from timeline.cli.main import main as timeline

    with contextlib.suppress(SystemExit), contextlib.redirect_stderr(None):
        timeline(["build", str(project / "timeline.yaml")], standalone_mode=False)


def _killed(project: Path, after: float) -> None:
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            _build(project)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _pair(project: Path) -> tuple[str, ...]:
    return tuple((project / name).read_text(encoding="utf-8") for name in PAIR)


def _site(project: Path) -> dict[str, bytes]:
    """What the pages are, without what depends on the day of the build or packs it."""
    files = [path for path in (project / "site").rglob("*") if path.is_file() and "sitemap" not in path.name]
    return {str(path.relative_to(project / "site")): path.read_bytes() for path in files}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
