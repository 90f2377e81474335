"""What several places ask of one record, worked out once while that record is at hand.

The names of a case, its figures, what its relations say: checks, pages and data all need them,
one after the other, and then never again. A record is frozen, so what was worked out from it
holds for as long as it is the same record; to compare two whole cases would take longer than
most of the work. So the last few records are known again by being the very same ones.
"""

from __future__ import annotations

from collections import deque
from functools import wraps
from operator import is_
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LAST = 4  # a case, and the few that its figures lead to

Records = TypeVarTuple("Records")
T = TypeVar("T")


def once(work: Callable[[*Records], T]) -> Callable[[*Records], T]:
    """Work that is not done again for records it was done for a moment ago.

    Args:
        work: takes frozen records by their place, and gives what nobody changes.
    """
    held: deque[tuple[tuple[object, ...], T]] = deque(maxlen=LAST)

    @wraps(work)
    def ask(*records: *Records) -> T:
        asked: tuple[object, ...] = records
        for known, value in held:
            if all(map(is_, known, asked)):
                return value
        value = work(*records)
        held.appendleft((asked, value))  # what was asked for last is asked for again soonest
        return value

    return ask
