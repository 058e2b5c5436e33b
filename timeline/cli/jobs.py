"""The option `--jobs` of the commands that read articles."""

from __future__ import annotations

import os

import click


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


JOBS = click.option(
    "--jobs",
    "-j",
    "--workers",
    "workers",
    type=click.IntRange(min=1),
    default=cores,
    show_default="as many as there are cores",
    help="How many processes read the articles; the result is the same.",
)
