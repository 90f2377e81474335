"""Gaps: what a case says without the figure or the answer that a reader would look for.

A saving in words, a headline that nothing below it carries, a part that is kept from the
public, a question of the form that was printed and left empty. Nothing here contradicts
anything, so each is a note; what a form did not ask, and what is nil or does not apply, is none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level, Where
from generator.audit.things import all_placed, joined, numbered, placed, remark, thing, where_whole
from generator.core.amounts import EXACT, State
from generator.core.implied import implied_relations
from generator.core.money_format import as_printed
from generator.core.naming import describe, singles
from generator.core.operands import HEADLINE, resolve, split_name
from generator.core.problems import Fault
from generator.core.words import AnswerState, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.amounts import Amount
    from generator.core.case import Case
    from generator.core.impacts import Answer

SAVINGS = (
    *(Measure.SAVING, Measure.NET_SAVING, Measure.INCOME),
    *(Measure.COST_AVOIDED, Measure.FUNDING_SWITCH),
)
ZERO = Decimal(0)
WITHOUT_FIGURE = (State.WORDS, State.ABSENT, State.TBC)
QUESTIONS = {
    "affected": "who is affected",
    "positive": "positive effects",
    "negative": "negative effects",
    "neutral": "neutral effects",
    "protected": "people with protected characteristics",
}


def _at(subject: Subject, name: str, amount: Amount) -> Where:
    return Where(figure=describe(subject.case, name), amount=amount)


def _without_figure(subject: Subject) -> Iterator[Tested]:
    """A note on a saving that is stated without a number, or a part of one."""
    headline = subject.case.headline
    if headline is None or headline.measure not in SAVINGS:
        return
    named = [(HEADLINE, headline.amount)]
    named += [(split_name(s.name), s.amount) for s in headline.splits]
    open_ = [_at(subject, *each) for each in named if each[1].meant.state in WITHOUT_FIGURE]
    if not open_:
        return
    kind = headline.measure.value
    first = open_[0]
    title = f"{capital(first.figure.text)} ({kind}) is {_reads(first)} and has no number"
    if len(open_) > 1:
        title += f"; nor {'has' if len(open_) == 2 else 'have'} {len(open_) - 1} more of its parts"
    said = "; ".join(f"{placed(where)}, {_reads(where)}" for where in open_)
    yield remark(
        "saving-without-figure",
        Level.NOTE,
        open_,
        title=title,
        explanation=f"What the case states as its {kind} has no number: {said}.",
        question=f"What does {all_placed(open_)} come to in pounds, or when will that be known?",
    )


def _reads(where: Where) -> str:
    if where.amount is None or where.amount.meant.state is State.ABSENT:
        return "left empty"
    return f"printed as “{where.amount.meant.printed}”"


def _not_in_body(subject: Subject) -> Iterator[Tested]:
    """A note on a headline that no figure of the case repeats and no relation explains."""
    case = subject.case
    if case.headline is None or case.headline.amount.meant.number is None:
        return
    amount = case.headline.amount
    relations = (*case.relations, *implied_relations(case))
    figures = [other for other in _body(case) if other.meant.unit == amount.meant.unit]
    explained = any(HEADLINE in relation.names for relation in relations)
    if explained or any(_same(amount, other) for other in figures):
        return
    where = _at(subject, HEADLINE, amount)
    printed = as_printed(amount)
    beside = _what_there_is(len(figures))
    yield remark(
        "headline-not-in-body",
        Level.NOTE,
        [where],
        title=f"The headline is printed as {printed}; {beside}",
        explanation=f"{capital(called(where))}, is printed as {printed}; {beside}. Nothing else "
        "recorded of the document says how it comes about.",
        question=f"How was the headline of {printed} worked out, and from which figures?",
    )


def _what_there_is(figures: int) -> str:
    if not figures:
        return "no other figure is given that it could come from"
    if figures == 1:
        return "the one other figure in its unit is not the same"
    return f"none of the {figures:,} other figures in its unit is the same"


def _body(case: Case) -> Iterator[Amount]:
    """Every amount with a number below the headline."""
    for single in singles(case):
        found = resolve(case, single.name)
        if not isinstance(found, Fault) and single.name.partition(".")[0] != HEADLINE:
            yield found.items[0].amount
    for table in case.tables:
        yield from (amount for _, _, amount in table.cells())


def _same(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same number but for their sign and the rounding of their print.

    Of a range, either end counts.
    """
    a, b = one.meant, other.meant
    width = max(a.quantum or ZERO, b.quantum or ZERO) / 2
    ends = [
        (x.copy_abs(), y.copy_abs())
        for x in (a.number, a.high)
        for y in (b.number, b.high)
        if x is not None and y is not None
    ]
    return any(EXACT.subtract(x, y).copy_abs() <= width for x, y in ends)


def _withheld(subject: Subject) -> Iterator[Tested]:
    """A note on the parts of sums that are kept from the public."""
    parts: dict[tuple[str, str], Where] = {}
    sums: dict[tuple[str, str], Where] = {}
    for found in subject.sums:
        for item in found.left_out:
            if item.amount.meant.state is State.WITHHELD:
                part, whole = subject.where(item), subject.where(found.published)
                parts[part.figure.case, part.figure.name] = part
                sums[whole.figure.case, whole.figure.name] = whole
    if not parts:
        return
    withheld, totals = list(parts.values()), list(sums.values())
    said = f"{numbered(len(withheld), 'figure')} {'is' if len(withheld) == 1 else 'are'} withheld"
    yield remark(
        "withheld-parts",
        Level.NOTE,
        [*totals, *withheld],
        title=f"{said}, and {numbered(len(totals), 'sum')} can only say “at least”",
        explanation=f"{said}: {'; '.join(_reason(where) for where in withheld)}. Sums with such "
        f"parts: {all_placed(totals)}.",
        question=f"When can {all_placed(withheld)} be published, or in which range does it lie?",
    )


def _reason(where: Where) -> str:
    """A withheld figure with the reason and the rule that are printed for it."""
    meant = where.amount.meant if where.amount else None
    grounds = [meant.withheld_reason, meant.withheld_authority] if meant else []
    said = ", ".join(ground for ground in grounds if ground)
    return f"{placed(where)}, {said or 'for which no reason is given'}"


def _unanswered(subject: Subject) -> Iterator[Tested]:
    """A note on the questions about people that the form asks and the document leaves blank."""
    impacts = subject.case.impacts
    if impacts is None:
        return
    answers: list[tuple[str, Answer | None]] = [(n, getattr(impacts, n)) for n in QUESTIONS]
    blank = [(n, a) for n, a in answers if a is not None and a.state is AnswerState.BLANK]
    if not blank:
        return
    where = [thing(subject, f"impacts.{n}", QUESTIONS[n], a.line) for n, a in blank]
    one, names = len(where) == 1, joined([each.figure.text for each in where])
    yield remark(
        "equality-unanswered",
        Level.NOTE,
        where,
        title=f"The question{'' if one else 's'} on {names} {'is' if one else 'are'} left blank",
        explanation=f"The form asks about {all_placed(where)}, and nothing is written there. An "
        "empty answer does not say that there is no effect.",
        question=f"What is the answer of the form on {all_placed(where)}?",
    )


CHECKS = (
    Check(
        code="saving-without-figure",
        family=Family.GAPS,
        title="A saving without a figure",
        about="A case that states a saving, income or avoided cost in words, or with a figure to "
        "be confirmed, can be added to no budget; the same goes for a part of its headline.",
        formula="a stated saving has a number",
        speaks="A note. Nil and zero are figures, and a figure that is withheld has its own check.",
        run=where_whole(_without_figure, "headline"),
    ),
    Check(
        code="headline-not-in-body",
        family=Family.GAPS,
        title="A headline that nothing carries",
        about="The figure that a case is known by should come from somewhere: a figure of its "
        "text, a cell of a table, its own parts, or a stated way of working it out.",
        formula="headline = some figure of the case, or the result of some",
        speaks="A note where no recorded figure is the same but for sign and rounding, and no "
        "relation of the case names the headline.",
        run=where_whole(_not_in_body, "headline", "figures", "claims", "tables", "relations"),
    ),
    Check(
        code="withheld-parts",
        family=Family.GAPS,
        title="Sums with withheld parts",
        about="A figure may be kept from the public for a reason that the law knows. Sums that it "
        "belongs to then give no more than a lower end.",
        formula="total = at least the parts that are published",
        speaks="One note for a case, with the reasons as printed.",
        run=_withheld,
    ),
    Check(
        code="equality-unanswered",
        family=Family.GAPS,
        title="An unanswered question on people affected",
        about="A form asks who is affected, for better or worse, and whether people with "
        "protected characteristics (Equality Act 2010, section 4) are affected more than others. "
        "A question left blank is no answer of “none”, and one that a form does not ask is no gap.",
        formula="each question that the form asks has an answer",
        speaks="One note for a case, with all questions that are blank.",
        run=where_whole(_unanswered, "impacts"),
    ),
)
