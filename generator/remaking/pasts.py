"""The past of the cases as the cache keeps it: no content is read twice, and no history either.

A content never changes, so what was read from it holds for as long as the code is the same (see
``Store``). Each case has its own pack of what its earlier states say, which is opened only when
somebody asks for that case's past.
"""

from __future__ import annotations

import zlib
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.history.following import history_of
from generator.history.past import Contents, Pasts, read_contents
from generator.remaking.pool import each
from generator.site.digest import digest
from generator.site.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.history.git import Tip
    from generator.history.states import History
    from generator.site.store import Store

HISTORY = "history"  # what a store keeps the history under
BEGINNING = "past-"  # of the names that it keeps earlier states under
QUICKLY = 1  # how hard to press: a third of the room, for a hundredth of the time of reading
AT_ONCE = 8  # cases that are read together, with one call of git


def kept_history(root: Path, at: Tip | None, store: Store, *, clean: bool) -> History:
    """What git knows of the cases up to the last commit; `clean` uses nothing that was kept."""
    kept: tuple[Tip | None, History] | None = None if clean else store.get(HISTORY)
    if kept is not None and kept[0] == at and at is not None:
        return kept[1]
    history = history_of(root, at)
    store.put(HISTORY, (at, history))
    return history


@dataclass(kw_only=True)
class Archive:
    """What was read of earlier states, in a store.

    Attributes:
        clean: whether what an earlier build kept is not used.
        before: of each case, the mark of its past when it was last read; see ``Pasts``.
    """

    root: Path
    store: Store
    clean: bool = False
    before: Mapping[str, bytes] = field(default_factory=dict)
    _at_hand: dict[str, Contents] = field(default_factory=dict)

    def read(self, path: str, names: Sequence[str]) -> Contents:
        """The cases of contents, for a case of this path."""
        held = self._at_hand.get(path)
        if held is None or not held.keys() >= {*names}:
            self._at_hand.clear()  # one case's page asks several times, and then never again
            held = self._at_hand[path] = self._read([(path, names)])[path]
        return held

    def prepare(self, pasts: Pasts, paths: Iterable[str]) -> None:
        """Read what is new of the past of many cases, with few calls of git."""
        wanted = [
            (path, [state.blob for state in pasts.states(path)[:-1]])
            for path in paths
            if self.before.get(path) != pasts.marks.get(path)
        ]
        several = [one for one in wanted if one[1]]
        some = [several[at : at + AT_ONCE] for at in range(0, len(several), AT_ONCE)]
        if some:
            deque(each(self._keep, some, at_once=1), maxlen=0)
            self.store.prune(BEGINNING, 2 * len(pasts.marks))

    def _keep(self, some: list[tuple[str, list[str]]]) -> None:
        self._read(some, anew=self.clean)

    def _read(
        self, some: Sequence[tuple[str, Sequence[str]]], *, anew: bool = False
    ) -> dict[str, Contents]:
        """The cases of contents by the path for which they are asked."""
        kept = {path: {} if anew else self._kept(path) for path, _ in some}
        missing = [name for path, names in some for name in names if name not in kept[path]]
        new = read_contents(self.root, missing) if missing else {}
        found = {}
        for path, names in some:
            found[path] = {name: kept[path].get(name) or new.get(name) for name in names}
            if not kept[path].keys() >= {*names}:
                body = zlib.compress(pack(found[path]), QUICKLY)
                self.store.put(_name(path), body)
        return found

    def _kept(self, path: str) -> Contents:
        body: bytes | None = self.store.get(_name(path))
        held: Contents = unpack(zlib.decompress(body)) if body else {}
        return held


def _name(path: str) -> str:
    return f"{BEGINNING}{digest(path.encode()).hex()}"
