"""How often Python looks for records that nobody uses, where so many are made that it matters.

As Python has it, it is so often that an eighth of the work on many records goes into it. While
the program is loaded it would look a hundred times and find nothing, since what is loaded stays.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SELDOM = (20_000, 20, 50)  # see ``gc.set_threshold``


@contextmanager
def tidying_seldom() -> Iterator[None]:
    """Have unused records looked for as seldom as much work on many records allows."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def untidied() -> Iterator[None]:
    """Have none looked for, where all that is made is kept."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()
