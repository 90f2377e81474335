"""The states of each case: every content that its file had, and what stands there now.

A state is told by its content, which git names by a digest, so a history that was rewritten
gives the same states where it holds the same contents.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha1
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping, Sequence
    from datetime import date, datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """One content of a case's file. Two that follow each other differ; later ones may come again.

    Attributes:
        blob: the name of the content, 40 digits.
        commit: in which it came; empty where it stands in the folder and is not committed.
        time: of the commit, in Coordinated Universal Time.
        path: the case's path then, ``council/year/slug``.
        beside: whether it was not made from the state before it: they were written side by side,
            on two lines of work that were brought together later.
    """

    blob: str
    commit: str
    time: datetime | None
    path: str
    beside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """A case that is no longer at its address.

    Attributes:
        path: where it was.
        became: where it is now; None where it was taken out.
        commit: in which it went; empty where that is not committed.
        time: of the commit.
        states: what it held as long as it was there, the oldest first.
    """

    path: str
    became: str | None
    commit: str
    time: datetime | None
    states: tuple[State, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What git knows of a register's cases.

    Attributes:
        states: of each case by its path today, the oldest first, the last one as it stands.
        gone: by the path it had.
        added: by its file, the day on which each case came into the register, or came back;
            empty where the history is not complete.
        tags: the time of the commit that each tag names.
        commits: the time of each commit that touched a case, by its id, in order.
        cut: paths of cases with so many states that some were left out.
        complete: whether the whole history is there.
        known: whether there is a history at all.
        unread: whether there may be one, in a repository that git does not read.
    """

    states: Mapping[str, tuple[State, ...]] = field(default_factory=dict)
    gone: Mapping[str, Gone] = field(default_factory=dict)
    added: Mapping[str, date] = field(default_factory=dict)
    tags: Mapping[str, datetime] = field(default_factory=dict)
    commits: Mapping[str, datetime] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()
    complete: bool = False
    known: bool = False
    unread: bool = False


NO_HISTORY = History()


def names_of(content: bytes) -> tuple[str, ...]:
    """The names that git can have for what a file holds (gitformat-pack, gitattributes eol).

    A checkout may write the ends of lines in the way of its system.
    """
    several = dict.fromkeys([content, content.replace(b"\r\n", b"\n")])
    heads = ((b"blob %d\0" % len(one), one) for one in several)
    return tuple(sha1(head + one, usedforsecurity=False).hexdigest() for head, one in heads)


def with_working(
    history: History, files: Mapping[str, Sequence[str]], refused: Collection[str] = ()
) -> History:
    """The history with what stands in the register's folder and is not committed.

    Args:
        history: up to the last commit.
        files: of each case that is there, the names that git can have for its content: more than
            one where line ends may be written in several ways.
        refused: cases that are there and whose files could not be read at all.
    """
    there = {*files, *refused}
    left = {path: several for path, several in history.states.items() if path not in there}
    by_content = {several[-1].blob: path for path, several in left.items()}
    states: dict[str, tuple[State, ...]] = {}
    became: dict[str, str] = {}
    for path, names in sorted(files.items()):
        known = history.states.get(path, ())
        moved = next((by_content[name] for name in names if name in by_content), None)
        if not known and moved is not None and moved not in became:
            known, became[moved] = history.states[moved], path
        same = known and known[-1].blob in names
        now = State(blob=names[0], commit="", time=None, path=path)
        states[path] = known if same else (*known, now)
    gone = {
        path: Gone(path=path, became=became.get(path), commit="", time=None, states=several)
        for path, several in left.items()
    }
    return replace(history, states=states, gone={**_living(history, there), **gone})


def _living(history: History, files: Container[str]) -> dict[str, Gone]:
    """Cases that were gone at the last commit, and still are."""
    return {path: gone for path, gone in history.gone.items() if path not in files}
