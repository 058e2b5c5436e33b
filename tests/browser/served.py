"""A running `timeline serve`."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path


def _command(*arguments: str) -> tuple[int, list[str]]:
    """A free port of this machine, and the command that serves at it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = "from timeline.cli import main; main()"
    return port, [sys.executable, "-c", run, *arguments, "--address", f"127.0.0.1:{port}"]


@contextlib.contextmanager
def edited(root: Path) -> Iterator[str]:
    """The whole address, with its token, of `timeline serve --edit` in `root`."""
    _, command = _command("serve", "--edit")
    with (root / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=log)
    try:
        for _ in range(600):
            said = re.search(r"http\S+\?token=\S+\n", (root / "serve.log").read_text(encoding="utf-8"))
            if said or server.poll() is not None:
                break
            time.sleep(0.1)
        yield said[0].strip() if said else ""
    finally:
        server.terminate()
        server.wait(10)


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of `timeline serve` in `root`."""
    port, command = _command("serve")
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(10)
