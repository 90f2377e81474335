"""Following each case through the history of a register, in one pass over it.

A case is followed through renames and moves between folders, through branches and merges, and
through being taken out and put back.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.core.identity import CaseId, parse_case_id
from generator.history.ancestry import Ancestry
from generator.history.git import OBJECT, is_plain, log, moment, tree, unread
from generator.history.states import NO_HISTORY, Gone, History, State

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from generator.history.git import Tip

MOST_STATES = 400  # of one case: its first and its latest ones


def history_of(root: Path, at: Tip | None) -> History:
    """What git knows of the cases of the register in the folder `root`, up to its last commit."""
    told = log(root, at.commit) if at else None
    held = tree(root, at.commit) if at else None
    if at is None or told is None or held is None:
        return replace(NO_HISTORY, unread=unread(root))
    book = _Book()
    parents: dict[str, tuple[str, ...]] = {}
    for step in _steps(told, at.below):
        book.take(step)
        parents[step.commit] = step.parents
    ancestry = Ancestry(parents)
    today = {case: blob for path, blob in held.items() if (case := case_of(path))}
    states = {
        path: _marked(book.states_of(path, blob, at), ancestry)
        for path, blob in sorted(today.items())
    }
    return History(
        states={path: _fewer(several) for path, several in states.items()},
        cut=frozenset(path for path, several in states.items() if len(several) > MOST_STATES),
        gone={gone.path: gone for gone in book.gone(today, at)},
        added=book.added(today) if at.complete else {},
        tags=at.tags,
        commits=book.commits,
        complete=at.complete,
        known=True,
    )


def _marked(states: tuple[State, ...], ancestry: Ancestry) -> tuple[State, ...]:
    """The states, those marked that were not made from the one before them."""
    return (
        *states[:1],
        *(
            now if ancestry.is_built_on(now.commit, last.commit) else replace(now, beside=True)
            for last, now in pairwise(states)
        ),
    )


def _fewer(states: Sequence[State]) -> tuple[State, ...]:
    """The states, if there are not too many; else the first and the latest."""
    return (*states[:1], *states[1:][1 - MOST_STATES :])


def case_of(path: str) -> str:
    """The path of the case whose file this is; empty where it can be none."""
    name = path.removeprefix("cases/")
    proper = name != path and name.endswith(".md") and isinstance(parse_case_id(name), CaseId)
    return name.removesuffix(".md") if proper and name.count("/") == 2 else ""


def file_of(path: str) -> str:
    """The file of a case, below the register's folder."""
    return f"cases/{path}.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Edit:
    """What a commit did to the file of one case.

    Attributes:
        old: the case's path before; the same as `new` where it was not moved, empty where what
            was there was no case.
        new: its path since.
        blob: what it holds; empty where it was taken out, or is no plain file.
        fresh: whether there was nothing at the path before.
    """

    old: str
    new: str
    blob: str
    fresh: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class _Step:
    """A commit and what it did; `parents` are those that it is built on."""

    commit: str
    time: datetime
    parents: tuple[str, ...]
    edits: tuple[_Edit, ...]


def _steps(told: bytes, below: str) -> Iterator[_Step]:
    """The commits that ``git log --raw -z`` tells of; see ``log``.

    Words are parted by a NUL. What begins with a colon says what was done to the file named
    by the next word, or from the next to the one after it; all else begins a commit.
    """
    commit: tuple[str, datetime, tuple[str, ...]] | None = None
    edits: list[_Edit] = []
    words = iter(told.split(b"\0"))
    for word in words:
        said = word.split()
        if word.lstrip(b"\n").startswith(b":"):
            edit = _edit(said, words, below)
            edits += [edit] if edit.old or edit.new else []
        elif said and OBJECT.fullmatch(os.fsdecode(said[0])):
            if commit:
                yield _step(*commit, edits)
            commit, edits = _commit(word), []
    if commit:
        yield _step(*commit, edits)


def _commit(word: bytes) -> tuple[str, datetime, tuple[str, ...]]:
    """A commit, its time, and those that it is built on."""
    first, _, parents = word.partition(b",")
    name, *time = first.split()
    return name.decode(), moment(b"".join(time)), tuple(os.fsdecode(parents).split())


def _step(commit: str, time: datetime, parents: tuple[str, ...], edits: list[_Edit]) -> _Step:
    return _Step(commit=commit, time=time, parents=parents, edits=tuple(edits))


def _edit(said: list[bytes], words: Iterator[bytes], below: str) -> _Edit:
    """One edit; `said` holds n+1 modes, n+1 contents and a status, where n is 1 but in a merge."""
    parents = len(said) // 2 - 1
    mode, blob, status = said[parents], said[2 * parents + 1], said[-1]
    first = old = new = os.fsdecode(next(words, b""))
    if parents > 1:  # told by its path from the top of the repository, and once
        old = new = first.removeprefix(below)
    elif status.startswith(b"R"):
        new = os.fsdecode(next(words, b""))
    return _Edit(
        old=case_of(old), new=case_of(new), blob=blob.decode() if is_plain(mode) else "",
        fresh=status == b"A",
    )  # fmt: skip


@dataclass(kw_only=True, slots=True)
class _Line:
    """One case on its way: its states, where it is, and since when it is there without a gap."""

    since: date
    states: list[State] = field(default_factory=list)
    there: bool = True


@dataclass(kw_only=True, slots=True)
class _Book:
    """The cases on their way through the history.

    Attributes:
        lines: the case that is, or was last, at each path.
        left: the case that was moved away from each path. An edit of a branch that had not
            heard of the move is an edit of this case.
        moved: of each path, where its case went, in which commit and when; to no path where it
            was taken out.
        commits: the time of each commit, by its id.
    """

    lines: dict[str, _Line] = field(default_factory=dict)
    left: dict[str, _Line] = field(default_factory=dict)
    moved: dict[str, tuple[str, str, datetime]] = field(default_factory=dict)
    commits: dict[str, datetime] = field(default_factory=dict)

    def take(self, step: _Step) -> None:
        """Go on by one commit."""
        before = {edit.old: self.lines.get(edit.old) for edit in step.edits}
        for edit in step.edits:
            if edit.old and (edit.old != edit.new or not edit.blob):
                self._leave(edit.old, edit.new if edit.blob else "", step)
        for edit in step.edits:
            if edit.new and edit.blob:
                moved = before[edit.old] if edit.old != edit.new else None
                line = moved or self._line(edit, step)
                if moved:
                    self._arrive(edit.new, moved)
                self._write(line, edit, step)
        if step.edits:
            self.commits[step.commit] = step.time

    def _leave(self, old: str, new: str, step: _Step) -> None:
        line = self.lines.get(old)
        if line is None:
            return
        self.moved[old] = (new, step.commit, step.time)
        if new:
            self.left[old] = self.lines.pop(old)
        else:
            line.there = False

    def _arrive(self, path: str, line: _Line) -> None:
        """A case that came by a move; one that went from there and was rewritten came back.

        That it was the same one is told by the commit: in that in which it went from there, the
        file that has come now was new.
        """
        earlier = self.lines.get(path)
        went = self.moved.get(path, ("", "", None))[1]
        if earlier and not earlier.there and line.states and line.states[0].commit == went:
            line.states = earlier.states + line.states
            line.since = min(earlier.since, line.since)
        self.lines[path] = line

    def _line(self, edit: _Edit, step: _Step) -> _Line:
        """The case whose file this is, where it was not moved here."""
        known = self.lines.get(edit.new) or (None if edit.fresh else self.left.get(edit.new))
        if known is None:
            known = self.lines[edit.new] = _Line(since=step.time.date())
        return known

    def _write(self, line: _Line, edit: _Edit, step: _Step) -> None:
        if not line.there:
            line.there, line.since = True, step.time.date()
        if not line.states or line.states[-1].blob != edit.blob:
            line.states.append(
                State(blob=edit.blob, commit=step.commit, time=step.time, path=edit.new)
            )

    def states_of(self, path: str, blob: str, at: Tip) -> tuple[State, ...]:
        """The states of the case at a path, which holds `blob` in the last commit.

        Where a merge chose one of several contents, the chosen one comes last.
        """
        line = self.lines.get(path) or self.left.get(path)
        states = list(line.states) if line else []
        chosen = [state for state in states if state.blob == blob]
        if not chosen:
            chosen = [State(blob=blob, commit=at.commit, time=at.time, path=path)]
        if not states or states[-1] is not chosen[-1]:
            states = [state for state in states if state is not chosen[-1]] + [chosen[-1]]
        follow = zip(states, [None, *states], strict=False)
        return tuple(state for state, last in follow if last is None or last.blob != state.blob)

    def added(self, today: Container[str]) -> dict[str, date]:
        """The day since which each case's file has been there."""
        return {file_of(path): line.since for path, line in self.lines.items() if path in today}

    def gone(self, today: Container[str], at: Tip) -> Iterator[Gone]:
        """Every path at which there was a case and is none."""
        for path, line in sorted((self.left | self.lines).items()):
            if path not in today:
                _, commit, time = self.moved.get(path, ("", at.commit, at.time))
                own = tuple(state for state in line.states if state.path == path)
                yield Gone(
                    path=path, became=self._became(path, today), commit=commit, time=time,
                    states=_fewer(line.states) if path in self.lines else _fewer(own),
                )  # fmt: skip

    def _became(self, path: str, today: Container[str]) -> str | None:
        """Where the case at a path is now, through however many moves."""
        passed = {path}
        while path in self.moved:
            path = self.moved[path][0]
            if path in today or path in passed or not path:
                return path if path in today else None
            passed.add(path)
        return None
