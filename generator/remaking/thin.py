"""A case whose fields are unpacked when somebody asks for them, and not before.

A list of ten thousand cases asks each for its title and its headline. Reading all files for
that, or holding all tables in memory, is what makes a large register slow. A thin case is a
``Case`` like any other to those who use it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from generator.core.case import Case
from generator.reading.load import Loaded

if TYPE_CHECKING:
    from collections.abc import Callable

CASE_FIELDS = tuple(field.name for field in fields(Case))
LOADED_FIELDS = tuple(field.name for field in fields(Loaded))


class ThinCase(Case):
    """A case that asks for the value of a field at its first use."""

    __slots__ = ("_ask",)
    _ask: Callable[[str], Any]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of any type
        """Called for what has no value yet."""
        if name not in CASE_FIELDS:
            raise AttributeError(name)
        value = self._ask(name)
        object.__setattr__(self, name, value)
        return value


class ThinLoaded(Loaded):
    """The same for a case with its problems and places."""

    __slots__ = ("_ask",)
    _ask: Callable[[str], Any]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field of any type
        """Called for what has no value yet."""
        if name not in LOADED_FIELDS:
            raise AttributeError(name)
        value = self._ask(name)
        object.__setattr__(self, name, value)
        return value


def thin_case(ask: Callable[[str], Any]) -> Case:
    """A case; `ask` gives the value of the field of a name."""
    case: Case = object.__new__(ThinCase)
    object.__setattr__(case, "_ask", ask)
    return case


def thin_loaded(ask: Callable[[str], Any]) -> Loaded:
    """A case as read; `ask` gives ``case``, ``problems`` or ``places``."""
    loaded: Loaded = object.__new__(ThinLoaded)
    object.__setattr__(loaded, "_ask", ask)
    return loaded
