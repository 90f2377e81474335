"""`casebook serve` as an officer meets it: one process, from its start to Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.test_commands import BROKEN, CASE, register_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse
    from pathlib import Path

SECONDS = 60.0  # far more than anything takes here; without it a failure would never end
FILE = "cases/northtown/2018-19/library.md"
PAGE = "cases/northtown/2018-19/library/"


@contextmanager
def serving(root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and the address it says it is at."""
    with subprocess.Popen(
        [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--port", "0"],
        cwd=root, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1546300800"},
    ) as process:  # fmt: skip
        assert process.stderr is not None
        try:
            found = re.search(r"http://localhost:\d+/", process.stderr.readline())
            assert found, "it says where the preview is before anything else"
            yield process, found[0]
        finally:
            process.kill()


def page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode("utf-8")
    return text


def next_version(news: HTTPResponse) -> int:
    """The build that open pages are told of next."""
    while not (line := news.readline()).startswith(b"data: "):
        assert line, "the stream ended"
    found: int = json.loads(line.removeprefix(b"data: "))["version"]
    return found


def save(root: Path, text: str, news: HTTPResponse) -> None:
    """Save the case, and wait until open pages are told to load anew."""
    (root / FILE).write_text(text, encoding="utf-8")
    next_version(news)


def test_a_preview_from_its_start_to_its_end(tmp_path: Path) -> None:
    root = register_in(tmp_path)
    with serving(root) as (process, url):
        port = int(url.rsplit(":", 1)[1].rstrip("/"))
        assert "Business cases that councils published" in page(url)
        with (
            pytest.raises(OSError, match=r"refused|unreachable|assign"),
            socket.create_connection(("127.0.0.2", port), timeout=SECONDS),
        ):
            pass  # another address of this very machine is no way in
        with urllib.request.urlopen(f"{url}.preview/news", timeout=SECONDS) as news:  # noqa: S310 - our own server
            assert next_version(news) == 1

            save(root, CASE.replace("Shared library", "Joint library"), news)
            assert "Joint library service" in page(f"{url}{PAGE}")

            save(root, BROKEN, news)
            broken = page(f"{url}{PAGE}")
            assert "What has to be mended before this can be published" in broken
            assert "unknown-word" in broken
            assert "Shared library service" in page(f"{url}cases/")

            save(root, CASE, news)
            assert "has to be mended" not in page(f"{url}{PAGE}")

        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
        assert "[unknown-word]" in said
        assert said.endswith("The preview has ended.\n")
