"""What a case promises beside money, when, and with whom: benefits, milestones, stakeholders.

All three come from tables of the document. A benefit without a target is common and is
shown in a list; a milestone without a time says how it is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.core.amounts import Amount
from generator.core.money_format import format_amount
from generator.core.words import RACI
from generator.pages.cells import Cell, figure_cell
from generator.pages.phrases import (
    basis_words,
    joined,
    lost,
    measured,
    period_words,
    place,
    sentence,
)

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.figures import Benefit, Milestone, Stakeholder, Target

OTHERS = "Other benefits"
NO_MILESTONES = "The document does not say when what is to be done."


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetView:
    """What a benefit should come to, and by when or by which measure."""

    label: str
    amount: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class BenefitView:
    """A benefit without money."""

    benefit: str
    measure: str
    baseline: Cell | None
    targets: tuple[TargetView, ...]
    by: str
    note: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BenefitGroup:
    """Benefits of one category; `category` is empty where the document has none."""

    category: str
    label: str
    benefits: tuple[BenefitView, ...]

    @property
    def with_baseline(self) -> bool:
        """Whether the table needs a column for what is so today."""
        return any(benefit.baseline for benefit in self.benefits)

    @property
    def with_time(self) -> bool:
        """Whether the table needs a column for when."""
        return any(benefit.by for benefit in self.benefits)

    @property
    def as_table(self) -> bool:
        """Whether anything is said of how much or by when; else the benefits are a list."""
        return any(b.baseline or b.targets or b.by for b in self.benefits)


@dataclass(frozen=True, kw_only=True, slots=True)
class MilestoneView:
    """A step of the plan."""

    milestone: str
    when: str
    note: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TimetableView:
    """The milestones; `silence` is what is said where there are none."""

    milestones: tuple[MilestoneView, ...]
    silence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StakeholderView:
    """Those of one group with the same part in the case."""

    group: str
    names: str
    part: str
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StakeholderTable:
    """The stakeholders that one place of the document names."""

    title: str
    rows: tuple[StakeholderView, ...]


def benefit_groups(case: Case) -> tuple[BenefitGroup, ...]:
    """The benefits without money, by category in the order of the document."""
    categories = list(dict.fromkeys(benefit.category or "" for benefit in case.benefits))
    groups = []
    for category in categories:
        title = category or (OTHERS if len(categories) > 1 else "")
        benefits = tuple(_benefit(b) for b in case.benefits if (b.category or "") == category)
        label = f"Benefits: {title}" if title else "Benefits"
        groups.append(BenefitGroup(category=title, label=label, benefits=benefits))
    return tuple(groups)


def timetable_view(case: Case) -> TimetableView:
    """The milestones in printed order, or that there are none."""
    known = case.milestones or lost(case, "milestones")
    return TimetableView(
        milestones=tuple(map(_milestone, case.milestones)),
        silence="" if known else NO_MILESTONES,
    )


def stakeholder_tables(case: Case) -> tuple[StakeholderTable, ...]:
    """The stakeholders in printed order; neighbours with the same part stand together."""
    tables = []
    for where, here in groupby(case.stakeholders, lambda one: place(one.context.lines)):
        rows = tuple(
            StakeholderView(
                group=group,
                names="; ".join(stakeholder.stakeholder for stakeholder in same),
                part=part,
                note=note,
            )
            for (group, part, note), same in groupby(here, _part)
        )
        title = f"{sentence(where)} of our text copy" if where else "Stakeholders"
        tables.append(StakeholderTable(title=title, rows=rows))
    return tuple(tables)


def _part(stakeholder: Stakeholder) -> tuple[str, str, str]:
    part = joined(RACI[letter] for letter in stakeholder.raci) if stakeholder.raci else ""
    return (stakeholder.group or "", part, stakeholder.note or "")


def _benefit(benefit: Benefit) -> BenefitView:
    context = benefit.context
    basis = basis_words(context.basis) if context.basis else ""
    return BenefitView(
        benefit=benefit.benefit,
        measure=", ".join(filter(None, [measured(context.measure, context.qualities), basis])),
        baseline=figure_cell(benefit.baseline) if benefit.baseline else None,
        targets=tuple(map(_target, benefit.targets)),
        by=period_words(benefit.by) if benefit.by else "",
        note=benefit.note or "",
        place=place(context.lines),
    )


def _target(target: Target) -> TargetView:
    label = period_words(target.period) if target.period else target.label
    return TargetView(label=label, amount=figure_cell(target.amount))


def _milestone(milestone: Milestone) -> MilestoneView:
    return MilestoneView(
        milestone=milestone.milestone,
        when=_when(milestone),
        note=milestone.note or "",
        place=place(milestone.context.lines),
    )


def _when(milestone: Milestone) -> str:
    """The time, how it is open, or that what the file says of it is a mistake."""
    if milestone.when:
        return period_words(milestone.when)
    return format_amount(Amount(state=milestone.state)) if milestone.state else "cannot be read"
