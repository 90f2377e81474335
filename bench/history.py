"""A register with a history to measure on, and what its contents take to load as YAML.

Each case has many versions, as officers make them: one word, one amount or one line is another
one from version to version. It is written with ``git fast-import``, since as many commits by
hand would take longer than what is to be measured.
"""

from __future__ import annotations

import random
import re
import subprocess
from typing import TYPE_CHECKING

import yaml

from bench.register import AMOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSIONS = 20
FILES_OF_A_COMMIT = 10  # of one meeting


def versions_of(text: str, count: int, seed: str) -> list[str]:
    """The text, and what comes of it by one edit after the other."""
    draw = random.Random(seed)  # noqa: S311 - edits to measure on, no secrets
    found = [text]
    for number in range(1, count):
        found.append(_edited(found[-1], number, draw))
    return found


def _edited(text: str, number: int, draw: random.Random) -> str:
    """One edit: of an amount, else of a word of prose."""
    amounts = list(AMOUNT.finditer(text))
    if amounts and draw.random() < 0.7:
        found = draw.choice(amounts)
        digits = re.sub(r"\d", lambda _: str(draw.randint(1, 9)), found[1])
        return text[: found.start(1)] + digits + text[found.end(1) :]
    words = [w for w in re.finditer(r"(?<= )[a-z]{5,}(?= )", text) if _is_prose(text, w.start())]
    if not words:
        return f"{text.rstrip()}\n\nNote {number}.\n"
    found = draw.choice(words)
    return f"{text[: found.start()]}changed{number}{text[found.end() :]}"


def _is_prose(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)]
    return line[:1].isalpha() and ":" not in line and ";" not in line


def make_history(register: Path, versions: int = VERSIONS) -> None:
    """Put a register under git with so many versions of each case; as it is now is the first."""
    files = sorted((register / "cases").glob("*/*/*.md"))
    others = sorted(path for path in (register / "cases").rglob("*.yml"))
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=register, check=True)
    stream = b"".join(_stream(register, files, others, versions))
    command = ["git", "fast-import", "--quiet"]
    subprocess.run(command, cwd=register, check=True, input=stream)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=register, check=True)


def _stream(
    register: Path, files: list[Path], others: list[Path], versions: int
) -> Iterator[bytes]:
    """What ``git fast-import`` takes: a commit for some cases at a time, each version in turn."""
    time = 1_500_000_000
    named = {path: path.relative_to(register).as_posix() for path in (*files, *others)}
    yield from _commit(time, {named[path]: path.read_text("utf-8") for path in others})
    edits = {path: versions_of(path.read_text("utf-8"), versions, path.name) for path in files}
    for number in range(versions):
        for at in range(0, len(files), FILES_OF_A_COMMIT):
            time += 60
            some = files[at : at + FILES_OF_A_COMMIT]
            yield from _commit(time, {named[path]: edits[path][number] for path in some})


def _commit(time: int, files: dict[str, str]) -> Iterator[bytes]:
    who = f"Bench <bench@example.org> {time} +0000"
    yield f"commit refs/heads/main\ncommitter {who}\ndata 0\n\n".encode()
    for path, text in files.items():
        body = text.encode()
        yield f"M 100644 inline {path}\ndata {len(body)}\n".encode() + body + b"\n"


def load_as_yaml(register: Path) -> int:
    """Load the fields of every content of every case, with the quickest loader there is.

    Returns:
        how many there were.
    """
    from generator.history.following import history_of  # noqa: PLC0415 - loaded where it is measured
    from generator.history.git import contents, tip  # noqa: PLC0415 - likewise

    states = history_of(register, tip(register)).states
    names = [state.blob for several in states.values() for state in several]
    for _, content in contents(register, names, 1_000_000):
        front = content.decode().split("---\n", 2)[1]
        yaml.load(front, Loader=yaml.CSafeLoader)
    return len(names)


def read_all(register: Path) -> int:
    """Read every earlier content as a build from nothing does, and keep it.

    Returns:
        how many there were.
    """
    from generator.history.git import tip  # noqa: PLC0415 - loaded where it is measured
    from generator.history.past import Pasts  # noqa: PLC0415 - likewise
    from generator.remaking.pasts import Archive, kept_history  # noqa: PLC0415 - likewise
    from generator.site.store import Store  # noqa: PLC0415 - likewise

    store = Store(register)
    history = kept_history(register, tip(register), store, clean=True)
    archive = Archive(root=register, store=store, clean=True)
    pasts = Pasts(read=archive.read, prepare=archive.prepare, history=history)
    pasts.prepare(pasts, history.states)
    return sum(len(several) for several in history.states.values())


def list_again(register: Path) -> int:
    """What a build does for the history where nothing has changed since.

    Returns:
        how many cases there are.
    """
    from generator.history.git import tip  # noqa: PLC0415 - loaded where it is measured
    from generator.remaking.pasts import kept_history  # noqa: PLC0415 - likewise
    from generator.site.store import Store  # noqa: PLC0415 - likewise

    return len(kept_history(register, tip(register), Store(register), clean=False).states)
