"""What is no longer shown of earlier versions of a case, why, and who decided it.

A file that was mended keeps its earlier contents in the history. Where something in them may
not be shown any more, a personal detail or what turned out to be exempt, the register says so
in ``cases/redactions.yml``, and everything that is made from the history obeys it.
"""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from generator.core.scalars import STRICT, CaseField, DayField


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Redaction:
    """One thing that was removed.

    Attributes:
        case: the case's path, as it is or as it was.
        field: what was removed: a field (``people``), something in it (``headline.text``), or one
            of several by its id, title, name or heading (``figures.programme-cost``,
            ``sections.Financial case``). Left out, it is the whole case.
        before: from when on the file no longer holds it: a day, what ``version`` says, or the
            first 12 or more digits of a content. Left out, only what stands today is shown.
        reason: why, for everybody to read.
        authority: who decided it.
        date: on which day.
    """

    case: CaseField
    field: str | None = None
    before: str | None = None
    reason: str
    authority: str
    date: DayField
