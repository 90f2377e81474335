"""Two states of a register held against each other, without what was removed for a reason.

``casebook diff`` can be asked for any two commits, and so for those whose contents the register
has removed from sight. What pages do not show, the command does not print either. A content that
the register's own history does not know, as one of another branch, may be any of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.history.git import tip
from generator.history.past import Pasts, read_pasts
from generator.history.redact import redacted, with_values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.core.redactions import Redaction
    from generator.history.between import Difference
    from generator.history.versions import Read


def without_removed(
    root: Path, found: Sequence[Difference], removals: tuple[Redaction, ...]
) -> tuple[Difference, ...]:
    """The differences without what the register in the folder `root` has removed."""
    if not removals or not found:
        return tuple(found)
    veil = _Veil(read_pasts(root, tip(root), removals))
    return tuple(
        replace(one, now=veil.shown(one.now), before=one.before and veil.shown(one.before))
        for one in found
    )


class _Veil:
    """What hides from each content what was removed from the cases that it may be of."""

    def __init__(self, pasts: Pasts) -> None:
        self.pasts = pasts
        self.owners: dict[str, set[str]] = {}  # cases by a path that they had, or a content
        for path in (*pasts.history.gone, *pasts.history.states):
            for state in pasts.states(path):
                for key in (state.path, state.blob):
                    self.owners.setdefault(key, set()).add(path)

    def shown(self, read: Read) -> Read:
        """A content as pages show it; what stands today is never touched."""
        pasts, blob = self.pasts, read.state.blob
        owners = {read.state.path}.union(*map(self._owners, (read.state.path, blob)))
        standing = (pasts.history.states.get(path, ()) for path in owners)
        if any(states and states[-1].blob == blob for states in standing):
            return read
        removed = dict.fromkeys(
            one
            for path in sorted(owners)
            for one in (*pasts.redactions_of(path), *self._named(path))
        )
        if not removed:
            return read
        known = [
            kept
            for path in sorted(owners)
            if pasts.redactions_of(path)
            for kept in pasts.of(path, None).reads
            if kept.state.blob == blob
        ]
        everything = [replace(one, before=None) for one in removed]
        anew = redacted([read], everything, standing=False)
        # Of a content that came twice, or in two cases, the one of which most was removed.
        found = max((*known, *([] if known else anew)), key=lambda one: len(one.removed))
        return replace(found, state=read.state, case=with_values(found.case, id=read.case.id))

    def _owners(self, key: str) -> set[str]:
        return self.owners.get(key, set())

    def _named(self, path: str) -> tuple[Redaction, ...]:
        return tuple(one for one in self.pasts.removals or () if str(one.case) == path)
