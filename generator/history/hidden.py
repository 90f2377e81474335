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
from generator.history.redact import redacted

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
    pasts = read_pasts(root, tip(root), removals)
    return tuple(
        replace(one, now=_shown(one.now, pasts), before=one.before and _shown(one.before, pasts))
        for one in found
    )


def _shown(read: Read, pasts: Pasts) -> Read:
    """A content as pages show it; what stands today is never touched."""
    path, blob = read.state.path, read.state.blob
    named = tuple(one for one in pasts.removals or () if str(one.case) == path)
    removed = pasts.redactions_of(path) or named
    standing = pasts.history.states.get(path, ())
    if not removed or (standing and standing[-1].blob == blob):
        return read
    known = (kept for kept in pasts.of(path, None).reads if kept.state.blob == blob)
    everything = [replace(one, before=None) for one in removed]
    return next(known, None) or redacted([read], everything, standing=False)[0]
