"""What a version is named by, and where in a row of states something of its name is new.

Who speaks of versions and who asks whether a change was announced must mean the same by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.core.case import Case

NAMED_BY: Final = ("version", "dated", "stage", "change")


def named_anew(states: Iterable[Case]) -> tuple[bool, ...]:
    """For each state of a case, the oldest first, whether something of a version's name is new.

    That is ``version``, ``dated``, ``stage`` or the kind of ``change``. A field that cannot be
    read, or that is left out, is not new, nor is it when it is there again.
    """
    known: dict[str, object] = {}
    found = []
    for case in states:
        named = _named(case)
        found.append(any(known.get(name) != value for name, value in named.items()))
        known |= named
    return tuple(found)


def _named(case: Case) -> dict[str, object]:
    """What a version is named by, as far as it is said and can be read."""
    kind = case.change.kind if case.change else None
    values = {name: kind if name == "change" else getattr(case, name) for name in NAMED_BY}
    said = {name: value for name, value in values.items() if value is not None}
    return {name: value for name, value in said.items() if name not in case.unreadable}
