"""Reading what a case's file held earlier: from contents in git to versions that may be shown.

A content is read as any file is, with today's model: what an old one says that is not known
today is left out of the case and named as unreadable. Nothing here can fail on a content.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.core.case import Case
from generator.core.identity import parse_case_id
from generator.core.problems import Fault, Problem
from generator.history.following import case_of, history_of
from generator.history.git import contents
from generator.history.redact import FIELDS, redacted, with_values
from generator.history.states import NO_HISTORY, History, State, names_of, with_working
from generator.history.versions import Past, Read, versions_of
from generator.reading.again import Rereader
from generator.reading.files import MOST_BYTES, RawFile, TextFile, decode, raw_files
from generator.site.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.core.identity import CaseId
    from generator.core.redactions import Redaction
    from generator.history.git import Tip

# Where a content is read as a file: it may have been that of several cases, one after the other.
NOWHERE = "cases/history/2000-01/{}.md"
Contents = dict[str, Case | None]  # by the name of the content; None for what is no text of a case


def read_contents(root: Path, names: Iterable[str]) -> Contents:
    """The case that each content tells, without its identity.

    What is too large, no text or not there tells none.
    """
    wanted = list(dict.fromkeys(names))
    found: Contents = dict.fromkeys(wanted)
    reader = Rereader()
    for name, content in contents(root, wanted, MOST_BYTES[".md"]):
        file = decode(content, NOWHERE.format(name))
        found[name] = reader.case(file) if isinstance(file, TextFile) else None
    return found


def as_it_was(case: Case | None, state: State) -> Case:
    """What a content tells, as the case that it was told of."""
    id_ = _id(state.path)
    words = id_.slug.replace("-", " ")
    if case is None:
        return Case(id=id_, title=words, source="", unreadable=FIELDS)
    return with_values(case, id=id_, title=words if case.title == state.blob else case.title)


def _id(path: str) -> CaseId:
    """The identity of a case from its path, which the history has looked at already.

    Raises:
        ValueError: it is none.
    """
    found = parse_case_id(path)
    if isinstance(found, Fault):
        raise ValueError(f"{path} is no path of a case")
    return found


@dataclass(frozen=True, kw_only=True)
class Pasts:
    """The past of every case of a register, each read when it is asked for.

    Attributes:
        read: gives the cases of contents, for a case of this path.
        prepare: reads what is new of the past of many cases, which will be asked for.
        history: which contents each case had.
        removals: what was removed from them, of all cases; None where that could not be read
            whole. Then nothing but what stands today is shown.
    """

    read: Callable[[str, Sequence[str]], Contents] = lambda _, names: dict.fromkeys(names)
    prepare: Callable[[Pasts, Iterable[str]], None] = lambda *_: None
    history: History = NO_HISTORY
    removals: tuple[Redaction, ...] | None = ()

    def of(self, path: str, case: Case | None) -> Past:
        """The past of a case.

        Args:
            path: where it is, or was.
            case: as it stands today; None where it is gone.
        """
        states = self.states(path)
        if case is not None and not states:
            return alone(path, case)
        if self.removals is None:
            states = states[-1:] if case is not None else ()
        old = states if case is None else states[:-1]
        told = self.read(path, [state.blob for state in old]) if old else {}
        reads = [Read(state=state, case=as_it_was(told[state.blob], state)) for state in old]
        reads += [Read(state=states[-1], case=with_values(case))] if case is not None else []
        shown = redacted(reads, self.redactions_of(path), standing=case is not None)
        history = self.history
        whole = history.complete and path not in history.cut and self.removals is not None
        return Past(
            versions=versions_of(shown), known=history.known, unread=history.unread, complete=whole
        )

    def states(self, path: str) -> tuple[State, ...]:
        """The states of a case, also of one that is gone."""
        gone = self.history.gone.get(path)
        return self.history.states.get(path) or (gone.states if gone else ())

    def redactions_of(self, path: str) -> tuple[Redaction, ...]:
        """What was removed from the states of a case, under whichever path it had."""
        if not self.removals:
            return ()
        paths = {path, *(state.path for state in self.states(path))}
        return tuple(one for one in self.removals if str(one.case) in paths)

    @cached_property
    def marks(self) -> Mapping[str, bytes]:
        """Of each case, there or gone, a digest of what its past is made from beside the case."""
        history = self.history
        return {path: self._mark(path) for path in (*history.gone, *history.states)}

    @cached_property
    def mark(self) -> bytes:
        """A digest of all that is known of all cases."""
        history = self.history
        each = (part for path, mark in sorted(self.marks.items()) for part in (path.encode(), mark))
        gone = [(one.path, one.became, one.commit, one.time) for one in history.gone.values()]
        rest = repr(
            (history.complete, history.known, history.unread, history.tags, history.commits, gone)
        )
        return digest(rest.encode(), *each)

    def _mark(self, path: str) -> bytes:
        history, removed = self.history, self.redactions_of(path)
        told = [f"{s.blob} {s.commit} {s.time} {s.path} {s.beside}" for s in self.states(path)]
        shown = self.removals is not None
        known = (history.known, history.unread)
        whole = (*known, history.complete, path in history.cut, removed, shown)
        return digest(repr(whole).encode(), *map(str.encode, told))


def read_pasts(root: Path, at: Tip | None, removals: tuple[Redaction, ...] | None) -> Pasts:
    """The past of every case of the register in the folder `root`, read anew at each asking."""
    files = [*raw_files(root)]
    there = {
        case_of(item.path): names_of(item.content)
        for item in files
        if isinstance(item, RawFile) and case_of(item.path)
    }
    refused = {case_of(item.place.path) for item in files if isinstance(item, Problem)}
    return Pasts(
        read=lambda _, names: read_contents(root, names),
        history=with_working(history_of(root, at), there, refused),
        removals=removals,
    )


def alone(path: str, case: Case) -> Past:
    """The past of a case of which nothing but what stands today is known."""
    state = State(blob="", commit="", time=None, path=path)
    return Past(versions=versions_of([Read(state=state, case=with_values(case))]))
