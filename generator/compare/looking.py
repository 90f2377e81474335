"""What each mark on a case looks for, one small function each.

A function takes a case and what the checks say of it, and says what there is and what is
missing. None of them judges whether what is there is any good.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.audit.findings import Level, Verdict
from generator.audit.things import numbered
from generator.compare.marking import Marked, State
from generator.core.figures import Part
from generator.core.once import once
from generator.core.periods import Form
from generator.core.words import COSTS, GAINS, AnswerState, ClaimKind, Quality

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.audit.audit import Audit
    from generator.audit.findings import Tested
    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.figures import Context, Table
    from generator.core.risks import Risk

RETURNS = {
    *(ClaimKind.NPV, ClaimKind.IRR, ClaimKind.RETURN_ON_INVESTMENT),
    *(ClaimKind.PAYBACK, ClaimKind.BREAK_EVEN, ClaimKind.BENEFIT_COST_RATIO),
}
PRICES = {Quality.CASH, Quality.REAL}


def options_considered(case: Case, _: Audit | None) -> Marked:
    """How many options are weighed."""
    many = len(case.options)
    if many > 1:
        return Marked(state=State.YES, found=numbered(many, "option"))
    if many:
        return Marked(state=State.PARTLY, found="1 option", missing="a second option beside it")
    return Marked(state=State.NO, missing="the options that were considered")


def do_nothing(case: Case, _: Audit | None) -> Marked:
    """Whether one of the options is to change nothing."""
    if any(option.do_nothing for option in case.options):
        return Marked(state=State.YES, found="an option to change nothing")
    return Marked(state=State.NO, missing="an option to change nothing")


def cost_stated(case: Case, _: Audit | None) -> Marked:
    """Whether a cost or an investment stands in the headline, the tables or the text."""
    said = [amount for amount, context in amounts(case) if context.measure in COSTS]
    if case.headline and case.headline.measure in COSTS:
        said.append(case.headline.amount)
    if any(amount.meant.number is not None for amount in said):
        return Marked(state=State.YES, found="what it costs, or what is put in")
    if said:
        return Marked(state=State.PARTLY, found="costs in words", missing="a cost in figures")
    return Marked(state=State.NO, missing="what it costs, or what is put in")


def benefits_by_year(case: Case, _: Audit | None) -> Marked:
    """For how many years there is a saving, an income or a benefit.

    Years of a project may be the years of the calendar that another table has, so they count only
    where they are more.
    """
    periods = [
        context.period.meant
        for amount, context in amounts(case)
        if context.measure in GAINS and amount.meant.number is not None and context.period
    ]
    dated = {
        (one.start, one.end) for one in periods if one.form in (Form.FINANCIAL_YEAR, Form.YEAR)
    }
    of_project = {one.number for one in periods if one.form is Form.PROJECT_YEAR}
    years = max(len(dated), len(of_project))
    if years > 1:
        return Marked(state=State.YES, found=f"benefits for {numbered(years, 'year')}")
    if years:
        missing = "benefits for a second year"
        return Marked(state=State.PARTLY, found="benefits for 1 year", missing=missing)
    return Marked(state=State.NO, missing="benefits year by year")


def price_base(case: Case, _: Audit | None) -> Marked:
    """Whether a figure says in which prices it counts."""
    qualities = {quality for _, context in amounts(case) for quality in context.qualities}
    if headline := case.headline:
        qualities |= set(headline.qualities)
    if said := sorted(quality.value for quality in qualities & PRICES):
        return Marked(state=State.YES, found=" and ".join(said))
    return Marked(state=State.NO, missing="whether prices are of each year or of one year")


def _of_risks(case: Case, have: Callable[[Risk], bool], what: str) -> Marked:
    """How many of the risks have something."""
    number, all_ = sum(map(have, case.risks)), len(case.risks)
    if not all_:
        return Marked(state=State.NO, missing="risks")
    if number == all_:
        return Marked(state=State.YES, found=f"{numbered(number, 'risk')} with {what}")
    missing = f"{what} for {all_ - number} of {numbered(all_, 'risk')}"
    if number:
        found = f"{number} of {numbered(all_, 'risk')} with {what}"
        return Marked(state=State.PARTLY, found=found, missing=missing)
    return Marked(state=State.NO, missing=missing)


def risks_scored(case: Case, _: Audit | None) -> Marked:
    """How many risks have a likelihood and an impact, or a colour."""
    return _of_risks(
        case, lambda risk: bool((risk.likelihood and risk.impact) or risk.rag), "a score"
    )


def risks_owned(case: Case, _: Audit | None) -> Marked:
    """How many risks have an owner."""
    return _of_risks(case, lambda risk: bool(risk.owner), "an owner")


def risks_mitigated(case: Case, _: Audit | None) -> Marked:
    """How many risks have a mitigation."""
    return _of_risks(case, lambda risk: bool(risk.mitigation), "a mitigation")


def equality_answered(case: Case, _: Audit | None) -> Marked:
    """How the question on protected characteristics is answered."""
    answer = case.impacts.protected if case.impacts else None
    if answer is None or answer.state is AnswerState.BLANK:
        return Marked(state=State.NO, missing="an answer on protected characteristics")
    if answer.state is AnswerState.NOT_ASKED:
        return Marked(state=State.NO, missing="a question on protected characteristics")
    if answer.elsewhere:
        return Marked(
            state=State.PARTLY,
            found="a reference to another document",
            missing=f"what that document says: {answer.elsewhere}",
        )
    if answer.state in (AnswerState.NOT_APPLICABLE, AnswerState.UNCLEAR):
        return Marked(
            state=State.PARTLY,
            found=f"the answer “{answer.state.value}”",
            missing="who with a protected characteristic is affected",
        )
    return Marked(state=State.YES, found="an answer on protected characteristics")


def milestones_dated(case: Case, _: Audit | None) -> Marked:
    """How many steps of the plan have a date."""
    all_ = len(case.milestones)
    dated = sum(step.when is not None for step in case.milestones)
    if not all_:
        return Marked(state=State.NO, missing="steps with dates")
    if dated == all_:
        return Marked(state=State.YES, found=f"{numbered(all_, 'step')} with a date")
    missing = f"a date for {all_ - dated} of {numbered(all_, 'step')}"
    return Marked(state=State.PARTLY, found=numbered(all_, "step"), missing=missing)


def returns_claimed(case: Case, _: Audit | None) -> Marked:
    """Whether a payback, a return or a present value is claimed."""
    claimed = [claim for claim in case.claims if claim.claim in RETURNS]
    kinds = sorted({claim.claim.value for claim in claimed})
    if any(claim.value.meant.number is not None for claim in claimed):
        return Marked(state=State.YES, found=", ".join(kinds))
    if claimed:
        found = f"{', '.join(kinds)} in words"
        return Marked(state=State.PARTLY, found=found, missing="a payback or present value")
    return Marked(state=State.NO, missing="a payback or present value")


def figures_placed(case: Case, _: Audit | None) -> Marked:
    """Where each figure stands; a part of a headline stands where the headline does."""
    placed = [context.lines is not None for _, context in amounts(case)]
    if case.headline:
        placed.append(case.headline.line is not None)
    if not placed:
        return Marked(state=State.NOTHING, missing="figures")
    if all(placed):
        return Marked(state=State.YES, found="every figure has its line in the source")
    missing = f"the line of {len(placed) - sum(placed)} of {numbered(len(placed), 'figure')}"
    return Marked(state=State.PARTLY if any(placed) else State.NO, missing=missing)


def figures_agree(case: Case, audit: Audit | None) -> Marked:
    """How the case's own sums came out; one that spans two councils' papers is neither's."""
    own = list(_own_sums(case, audit))
    verdicts, sums = [tested.verdict for tested in own], len(own)
    if not sums:
        return Marked(state=State.NOTHING, missing="figures that can be held against each other")
    differ, open_ = verdicts.count(Verdict.DIFFERS), verdicts.count(Verdict.OPEN)
    agreeing = sums - differ - open_
    found = f"{agreeing} of {_sums(sums)} {'agrees' if agreeing == 1 else 'agree'}"
    if not differ + open_:
        return Marked(state=State.YES, found=found)
    state = State.PARTLY if agreeing or not _plainly(own) else State.NO
    missing = _unsettled(own, differ, open_)
    return Marked(state=state, found=found if agreeing else "", missing=missing)


def _unsettled(own: Sequence[Tested], differ: int, open_: int) -> str:
    """Sums that do not agree are told apart from those that may, on another reading."""
    plain = _plainly(own)
    said = [f"agreement of {_sums(plain)}"] if plain else []
    if read := differ - plain:
        verb = "depends" if read == 1 else "depend"
        said += [f"a settled reading of {_sums(read)} that {verb} on how figures are read"]
    said += [f"a number for {_sums(open_)}"] if open_ else []
    return ", ".join(said)


def _plainly(own: Sequence[Tested]) -> int:
    """How many sums do not agree however their figures are read."""
    return sum(
        tested.verdict is Verdict.DIFFERS
        and tested.finding is not None
        and tested.finding.level is Level.ERROR
        for tested in own
    )


def _sums(number: int) -> str:
    return numbered(number, "sum")


@once
def amounts(case: Case) -> tuple[tuple[Amount, Context], ...]:
    """Every amount of a case outside its headline, with what is known of it; totals left out."""
    cells = chain.from_iterable(map(_cells, case.tables))
    return (*cells, *((figure.amount, figure.context) for figure in case.figures))


def _cells(table: Table) -> Iterator[tuple[Amount, Context]]:
    for r, c, amount in table.cells():
        if {table.rows[r].part, table.columns[c].part}.isdisjoint((Part.TOTAL, Part.SUBTOTAL)):
            yield amount, table.context_at(r, c)


def _own_sums(case: Case, audit: Audit | None) -> Iterator[Tested]:
    """The sums that were worked out again, all of whose figures its own council prints."""
    for tested in audit.tested if audit else ():
        councils = {path.partition("/")[0] for path, _ in tested.figures}
        if tested.verdict and councils <= {case.id.council}:
            yield tested
