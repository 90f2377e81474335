"""What a mark on a case is: yes, partly or no, what there is, and what is missing.

The marks themselves are listed in ``completeness``; what each looks for stands in ``looking``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.audit.audit import Audit
    from generator.core.case import Case


class State(StrEnum):
    """What a mark says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOTHING = "nothing to mark"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One mark of a case.

    Attributes:
        code: which of ``MARKS``.
        found: what there is, in words: ``7 of 10 risks``; empty where there is nothing.
        missing: what is not there, in words; empty where nothing is.
        section: the part of the case's page where it stands or would stand.
    """

    code: str
    state: State
    found: str
    missing: str
    section: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """What a mark's function gives: the state and the words for what is there and what is not."""

    state: State
    found: str = ""
    missing: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Marking:
    """One thing that a case is looked through for.

    Attributes:
        title: the head of its column.
        about: when it says yes and when partly, in a sentence.
        section: the part of the case's page.
        fields: fields of the file of which nothing is said where they could not be read whole.
        look: looks at a case.
        of_parts: whether what a case holds of it may serve its parts as well.
    """

    code: str
    title: str
    about: str
    section: str
    fields: tuple[str, ...]
    look: Callable[[Case, Audit | None], Marked]
    of_parts: bool = True
