"""From a case to the subject of an audit: its sums worked out, each with its shape.

The sums of a case are worked out once, here, from what its file says and what its layout
implies; each check picks those that are its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.audit.shapes import shape_of
from generator.audit.subject import Subject
from generator.core.evaluate import evaluate
from generator.core.implied import implied_relations
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.core.case import Case
    from generator.core.councils import Council
    from generator.core.sums import Sum


def subject_of(
    case: Case,
    others: Mapping[str, Case],
    council: Council | None,
    earlier: tuple[Case, ...] = (),
) -> Subject:
    """The subject for `case`; a relation with a fault, which is a problem of the file, is left out.

    Its sums take whole-number series and single values alike; see ``core.sums``.
    """
    sums: list[Sum] = []
    for relation in (*case.relations, *implied_relations(case)):
        found = evaluate(case, relation, others)
        if not isinstance(found, Fault):
            sums += found
    subject = Subject(case=case, others=others, council=council, sums=tuple(sums), earlier=earlier)
    return replace(subject, shapes=tuple(shape_of(subject, found) for found in sums))
