"""The audit of a case: every check in one ordered list, run over it.

What comes back holds all that pages, data and commands say of it: what was tested and how it
came out, the findings, and which printed figures took part in no check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.audit import (
    agreement,
    claims,
    double,
    gaps,
    nets,
    options,
    risks,
    scale,
    scores,
    silent,
    sums,
    time,
)
from generator.audit.findings import Level, Verdict
from generator.audit.prepare import subject_of
from generator.core.naming import singles
from generator.core.operands import resolve
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.audit.checks import Check
    from generator.audit.findings import Finding, Tested
    from generator.core.case import Case
    from generator.core.councils import Council

CHECKS: tuple[Check, ...] = (
    *sums.CHECKS,
    *nets.CHECKS,
    *time.CHECKS,
    *claims.CHECKS,
    *agreement.CHECKS,
    *scale.CHECKS,
    *double.CHECKS,
    *risks.CHECKS,
    *options.CHECKS,
    *scores.CHECKS,
    *gaps.CHECKS,
    *silent.CHECKS,
)
LEVELS = tuple(Level)


@dataclass(frozen=True, kw_only=True, slots=True)
class Audit:
    """What the checks say of one case.

    Attributes:
        path: where the case lies.
        tested: everything that was tested, in the order of the checks.
        figures: the name of every printed figure with a number, in printed order.
        untested: those of them that took part in no check.
    """

    path: str
    tested: tuple[Tested, ...]
    figures: tuple[str, ...]
    untested: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to say: errors first, then warnings, then notes."""
        found = [tested.finding for tested in self.tested if tested.finding]
        return tuple(sorted(found, key=lambda finding: LEVELS.index(finding.level)))

    def count(self, *verdicts: Verdict) -> int:
        """How many sums came out so; without a verdict, how many were worked out."""
        wanted = verdicts or tuple(Verdict)
        return sum(1 for tested in self.tested if tested.verdict in wanted)


def audit(
    case: Case,
    others: Mapping[str, Case],
    council: Council | None,
    checks: tuple[Check, ...] = CHECKS,
    *,
    earlier: tuple[Case, ...] = (),
) -> Audit:
    """Run the checks over a case.

    Args:
        case: the case.
        others: every case of the register by path, for names and links that lead to them.
        council: what is known of the case's council, such as its risk matrices.
        checks: the checks to run.
        earlier: what the case said earlier, the oldest first, as far as that is known.
    """
    subject = subject_of(case, others, council, earlier)
    tested = tuple(each for check in checks for each in check.run(subject))
    used = {name for each in tested for path, name in each.figures if path == subject.path}
    figures = tuple(_figures(case))
    return Audit(
        path=subject.path,
        tested=tested,
        figures=figures,
        untested=tuple(name for name in figures if name not in used),
    )


def _figures(case: Case) -> Iterator[str]:
    """The name of each value that is printed with a number."""
    for single in singles(case):
        found = resolve(case, single.name)
        if not isinstance(found, Fault) and any(  # a table of the same id has no single value
            item.amount.meant.number is not None for item in found.items
        ):
            yield single.name
    for table in case.tables:
        for r, c, amount in table.cells():
            if amount.meant.number is not None:
                yield f"{table.id}.{table.rows[r].id}.{table.columns[c].id}"
