"""The files beside a council's plan: what each case counts for, and who is affected by it.

A line for each case, so that whoever doubts a total or a count can make it again in a
spreadsheet. The words are those of the pages.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.compare.affected import affected, looked_at
from generator.compare.completeness import MARKS
from generator.compare.wholes import held_by_whole
from generator.core.case_amounts import pounds
from generator.pages.addresses import case_address, plan_file
from generator.pages.cards import plans_of
from generator.pages.compared import wholes
from generator.pages.phrases import measured
from generator.pages.proposed import REASONS
from generator.pages.risk_sheet import risk_sheet
from generator.pages.spreadsheet import sheet
from generator.pages.year_parts import PARTNERS
from generator.pages.year_plan import plan_of
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from generator.compare.facts import Facts
    from generator.core.adding_up import Total
    from generator.pages.shelf import Shelf
    from generator.pages.year_plan import Plan

    Line = tuple[str | Decimal, ...]

SAVINGS = (
    *("case", "title", "url", "committee", "themes", "printed", "pounds", "in_total_of"),
    *("left_out_because", "described_as", "partner"),
)
PEOPLE = ("group", "protected", "case", "title", "url", "says", "gets_better", "gets_worse")
SAYS = (
    *("mark", "case", "title", "url", "committee", "says", "found", "missing"),
    "held_by_larger_case",
)


def plan_file_makers(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterator[Asset]]]:
    """What makes the files of each plan, by the address of the first."""
    return {
        plan_file(folder, year, "savings"): partial(_files, folder, year)
        for folder, year, _ in plans_of(shelf.paths())
    }


def _files(folder: str, year: str, shelf: Shelf) -> Iterator[Asset]:
    plan = plan_of(folder, year, shelf.of_plan(folder, year), shelf)
    for name, columns, lines in (
        ("savings", SAVINGS, savings(plan)),
        ("who-is-affected", PEOPLE, people(plan)),
        ("what-they-say", SAYS, says(plan, wholes(plan.facts, shelf))),
    ):
        yield Asset(address=plan_file(folder, year, name), body=sheet(columns, lines))
    if any(facts.risks for facts in plan.facts):
        yield Asset(address=plan_file(folder, year, "risks"), body=risk_sheet(plan.facts))


def savings(plan: Plan) -> Iterator[Line]:
    """A line for each case: its headline, the total it is in, or why it is in none."""
    in_total = {one.path: total for total in plan.year.whole.totals for one in total.ones}
    left = {item.one.path: REASONS[item.reason] for item in plan.year.whole.left_out}
    partners = {found.path: found.why for found in plan.year.partners}
    for case in plan.cases:
        facts, headline = case.facts, case.amount.headline
        yield (
            facts.path,
            facts.title,
            case_address(facts.path),
            facts.committee or "",
            "; ".join(facts.themes),
            headline.amount.printed if headline else "",
            pounds(case.amount) if facts.path in in_total else "",
            _sort(in_total.get(facts.path)),
            left.get(facts.path, ""),
            "; ".join(facts.headline.described) if facts.headline else "",
            "; ".join(PARTNERS[why] for why in partners.get(facts.path, ())),
        )


def people(plan: Plan) -> Iterator[Line]:
    """A line for each group and case, with what the case says of the group."""
    found = affected(plan.facts)
    for look in (*found.protected, *found.local):
        for facts in plan.facts:
            said = looked_at(facts, look.group)
            yield (
                look.group,
                "yes" if look.protected else "no",
                facts.path,
                facts.title,
                case_address(facts.path),
                said.value,
                "yes" if facts.path in look.better else "",
                "yes" if facts.path in look.worse else "",
            )


def says(plan: Plan, larger: Mapping[str, Facts]) -> Iterator[Line]:
    """A line for each mark and case; `larger` are the cases that some are part of."""
    titles = {marking.code: marking.title for marking in MARKS}
    for facts in plan.facts:
        held = held_by_whole(facts, larger)
        for mark in facts.marks:
            place = f"{case_address(facts.path)}#{mark.section}"
            yield (
                titles[mark.code],
                facts.path,
                facts.title,
                place,
                facts.committee or "",
                mark.state.value,
                mark.found,
                mark.missing,
                held.get(mark.code, ""),
            )


def _sort(total: Total | None) -> str:
    return measured(total.measure, total.qualities) if total else ""
