"""What lists show of a case: worked out once for each, and kept until it comes out otherwise.

Each is a function of one case and of the little that it asks the shelf for besides. A list asks
``Shelf.kept`` for it and never for the case, so that no file is read for a list, and a list is
made again only where one of the values that it shows has changed.

To keep another: a line in ``KEPT``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pages.answers import answers, how_much_answer
from generator.pages.cards import brief_card, card
from generator.pages.case_sums import case_sums, levels_found, sums_counts
from generator.pages.changes_data import change_lines
from generator.pages.compared import case_facts
from generator.pages.data import summary_line
from generator.pages.findings_data import finding_lines, finding_rows
from generator.pages.found_lines import found_lines
from generator.pages.lists_data import sheet_line
from generator.pages.methods import headline_example
from generator.pages.proposed import counted
from generator.pages.question_pack import plan_questions
from generator.pages.steps import case_steps
from generator.pages.views import size_and_kind
from generator.pages.whole_register import register_line
from generator.search.references import reference_lines, words_of
from generator.site.packing import pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.core.case import Case
    from generator.pages.shelf import Shelf

    Work = Callable[[Case, Shelf], Any]

KEPT: tuple[Work, ...] = (
    card,
    brief_card,
    register_line,
    size_and_kind,
    answers,
    how_much_answer,
    summary_line,
    sheet_line,
    reference_lines,
    words_of,
    case_sums,
    sums_counts,
    found_lines,
    levels_found,
    finding_lines,
    finding_rows,
    plan_questions,
    case_steps,
    change_lines,
    counted,
    case_facts,
    headline_example,
)
NUMBER = {work: number for number, work in enumerate(KEPT)}


def work_out(case: Case, shelf: Shelf) -> tuple[bytes, ...]:
    """Every one for a case, each packed."""
    return tuple(pack(work(case, shelf)) for work in KEPT)
