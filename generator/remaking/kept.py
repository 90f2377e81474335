"""What lists show of a case: worked out once for each, and kept until it comes out otherwise.

Each is a function of one case and of the little that it asks the shelf for besides. A list asks
``Shelf.kept`` for it and never for the case, so that no file is read for a list, and a list is
made again only where one of the values that it shows has changed.

To keep another: a line in ``KEPT``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.pages.answers import answers
from generator.pages.cards import card
from generator.pages.case_sums import case_sums, levels_found
from generator.pages.compared import case_facts
from generator.pages.data import summary_line
from generator.pages.findings_data import finding_lines, finding_rows
from generator.pages.lists_data import sheet_line
from generator.pages.proposed import counted
from generator.pages.question_pack import plan_questions
from generator.pages.steps import case_steps
from generator.pages.views import size_and_kind
from generator.pages.whole_register import register_row
from generator.search.references import reference_lines, words_of
from generator.site.digest import SIZE, digest
from generator.site.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.case import Case
    from generator.pages.shelf import Shelf

    Work = Callable[[Case, Shelf], Any]

KEPT: tuple[Work, ...] = (
    card,
    register_row,
    size_and_kind,
    answers,
    summary_line,
    sheet_line,
    reference_lines,
    words_of,
    case_sums,
    levels_found,
    finding_lines,
    finding_rows,
    plan_questions,
    case_steps,
    counted,
    case_facts,
)
NUMBER = {work: number for number, work in enumerate(KEPT)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Values:
    """All of them for one case: each packed, packed together, and the digest of each in turn."""

    packed: bytes
    digests: bytes

    def of(self, number: int) -> Any:  # noqa: ANN401 - whatever the work makes
        """The value that the work of this number made."""
        bodies: tuple[bytes, ...] = unpack(self.packed)
        return unpack(bodies[number])

    def digest(self, number: int) -> bytes:
        """The digest of it."""
        return self.digests[number * SIZE : number * SIZE + SIZE]


def work_out(case: Case, shelf: Shelf) -> Values:
    """Every one for a case."""
    bodies = tuple(pack(work(case, shelf)) for work in KEPT)
    return Values(packed=pack(bodies), digests=b"".join(map(digest, bodies)))
