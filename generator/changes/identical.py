"""The quick way past what did not change: two records that are equal down to their reasons.

Most of a case is the same in its next version. Why an amount is withheld, or read in another
way than it was printed, takes no part in the equality of amounts, and is told to readers all
the same; so it is held against the other version apart, for the few amounts that have any.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args, get_type_hints

from generator.changes.fields import SHAPES
from generator.core.amounts import Amount, State
from generator.core.periods import Period


def identical(then: Any, now: Any) -> bool:  # noqa: ANN401 - values, records or lists
    """Whether two values of one field are the same, with every reason that they give."""
    if then is now:
        return True
    if then != now:
        return False
    given = _reasons(then)  # of two equal ones, the other has as many
    return not given or given == _reasons(now)


def _reasons(value: Any) -> list[str]:  # noqa: ANN401 - as above
    found: list[str] = []
    _collect(value, found)
    return found


def _collect(value: Any, found: list[str]) -> None:  # noqa: ANN401 - as above
    """The reasons of all amounts and periods within a value, in their order."""
    kind: Any = type(value)
    if kind is tuple:
        for each in value:
            _collect(each, found)
    elif kind is Amount or kind is Period:
        if value.reading is not None:
            found.append(value.reading_reason)
        if kind is Amount and value.state is State.WITHHELD:
            found += (value.withheld_reason, value.withheld_authority)
    elif kind in SHAPES:
        for name in _giving(kind):
            _collect(getattr(value, name), found)


@lru_cache(maxsize=100)  # a record of the model each
def _giving(record: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class
    """The fields of a record in which an amount or a period may stand."""
    return tuple(name for name, hint in get_type_hints(record).items() if _holds(hint))


def _holds(hint: Any) -> bool:  # noqa: ANN401 - a type as annotated
    if hint in SHAPES:
        return bool(_giving(hint))
    return hint in (Amount, Period) or any(_holds(inner) for inner in get_args(hint))
