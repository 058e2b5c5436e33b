"""How long a site takes from its YAML.

`python -m benchmarks.site.pages 1000 10000 50000` prints seconds and peak memory.

The timelines are made up (a person, a place and a source an event), built by MkDocs with our theme in a temporary
folder, each in a process of its own.
"""

from __future__ import annotations

import datetime
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

EVENT = """- id: e{n:05}
  date: {day}
  title: Séance {n} du conseil de Ville-{place}
  people: [Personne {person}]
  places: [Ville-{place}]
  sources:
  - article: seance
    quote: Le conseil de Ville-{place} a voté le budget numéro {n} de la commune, au terme d’un long débat.
    because: le {day}, dit par l’article
"""
ARTICLE = "---\ntitle: La séance\ndate: 2024-01-01\n---\nLe conseil a voté.\n"
CONFIG = "site_name: Le fil\ntheme: {name: timeline}\nplugins: [timeline]\n"


def write(root: Path, count: int) -> None:
    """A project with one timeline of `count` events, over at most ten years."""
    first = datetime.date(2014, 1, 1)
    per_day = max(1, count // 3600)
    days = [first + datetime.timedelta(days=n // per_day) for n in range(count)]
    events = [EVENT.format(n=n, day=day, person=n % 300, place=n % 100) for n, day in enumerate(days)]
    for folder in ("docs", "articles"):
        (root / folder).mkdir()
    head = "title: Le conseil\nslug: conseil\nlanguage: fr\narticles: articles\n\nevents:\n"
    (root / "timeline.yaml").write_text(head + "".join(events), encoding="utf-8")
    (root / "articles" / "seance.md").write_text(ARTICLE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def measure(count: int) -> None:
    """Builds a site of `count` events in this process and prints what it took."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, count)
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
        began, began_cpu = time.perf_counter(), time.process_time()
        build(config)
        took, cpu = time.perf_counter() - began, time.process_time() - began_cpu
        files = [path for path in (root / "site").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:6} events: {took:5.1f} s ({cpu:5.1f} s of CPU), {memory:5.0f} MB, {len(files)} files of {size:.0f} MB"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        for counted in sys.argv[1:] or ["1000", "10000"]:
            subprocess.run([sys.executable, "-m", "benchmarks.site.pages", "--one", counted], check=True)
