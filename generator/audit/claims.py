"""The claims of the appraisal: what is printed of return, payback and present value.

Each is worked out from the sums and rows that it comes from; one that cannot be says why. How
each kind is worked out stands in ``claim_sums`` and ``claim_rows``; here stand the checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, Run, called, capital
from generator.audit.claim_questions import asked, question_of, worked_out
from generator.audit.claim_rows import CODES, answer, code_of, where_of
from generator.audit.claim_sums import quotient, ratio
from generator.audit.claim_twice import twice
from generator.audit.findings import Level
from generator.audit.present_values import by_the_green_book
from generator.audit.shape import Shape
from generator.audit.things import remark
from generator.core.money_format import as_printed
from generator.core.words import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.figures import Claim
    from generator.core.sums import Sum

SPEAKS = (
    "Error where the document says what the claim comes from and no way of working it out gives "
    "what is printed. Warning where what it comes from is our reading, or is the one table by "
    "year that the case has. Note where rounding explains the difference."
)
SHAPES = {Shape.RETURN: ratio, Shape.PAID_BACK: quotient}


def _works(code: str) -> Run:
    """A check that works out the claims of one code, from sums and from rows."""

    def run(subject: Subject) -> Iterator[Tested]:
        for shape, work in SHAPES.items():
            for found in subject.of_shape(shape):
                if code_of(_claim_of(subject, found), found.relation) == code:
                    yield work(code, subject, found)
        for claim, relation in asked(subject):
            if code_of(claim, relation) == code:
                worked = worked_out(subject, claim, relation)
                if not isinstance(worked, str):
                    yield worked

    return run


def _claim_of(subject: Subject, found: Sum) -> Claim:
    """The claim that a sum works out, on whichever side it stands."""
    names = (found.published.name, found.relation.percent_name)
    return next(c for c in subject.case.claims if c.id in names and c.claim in CODES)


def _open(subject: Subject) -> Iterator[Tested]:
    """A note for each claim that cannot be worked out."""
    for claim, relation in asked(subject):
        reason = worked_out(subject, claim, relation)
        if not isinstance(reason, str):
            continue
        where = where_of(subject, claim)
        printed = as_printed(claim.value)
        yield remark(
            "claim-open",
            Level.NOTE,
            [where],
            title=f"{capital(where.figure.text)}, {printed}, cannot be worked out again",
            explanation=f"It cannot be worked out from what is published: {reason}.",
            question=f"{capital(called(where))}, says {printed}. Which figures does it come from, "
            "and how was it worked out?",
        )


def _green_book(subject: Subject) -> Iterator[Tested]:
    """A note on what a net present value would be at the Green Book's rates.

    Only where the file says what the value comes from.
    """
    values = ((c, line) for c, line in asked(subject) if c.claim is ClaimKind.NPV and line)
    for claim, relation in values:
        question = question_of(subject, claim, relation)
        if isinstance(question, str) or isinstance(answer(question), str):
            continue
        net, rate = question.profile.net, question.rate
        second = by_the_green_book(net, claim.value)
        if rate is None or not second or rate.is_green_book(net):
            continue
        where, printed = question.where, as_printed(claim.value)
        at = f"at a rate of {rate.text}"
        yield remark(
            "green-book",
            Level.NOTE,
            [where],
            title=f"{capital(where.figure.text)}, {printed}, is worked out {at}",
            explanation=f"The rate is {rate.text} a year. {second} Those rates are guidance of "
            "the government's for its own appraisals, and do not bind a council.",
            question=f"{capital(called(where))}, says {printed} {at}. Why was this rate chosen?",
        )


def _check(code: str, title: str, about: str, formula: str) -> Check:
    return Check(
        code=code,
        family=Family.CLAIMS,
        title=title,
        about=about,
        formula=formula,
        speaks=SPEAKS,
        run=_works(code),
    )


CHECKS = (
    _check(
        "roi",
        "Return on investment",
        "What an investment brings, held against what it costs. Some papers count all that is "
        "gained, others what is left of it after costs; some all years together, others a year. "
        "A printed return agrees where one of these gives it.",
        "return = (benefit − cost) ÷ cost, or benefit ÷ cost; of all years, or ÷ number of years",
    ),
    _check(
        "discounted-roi",
        "Return on investment, discounted",
        "The same with present values: money that comes later counts for less.",
        "return = (benefit − cost) ÷ cost or benefit ÷ cost, each year ÷ (1 + rate)ⁿ",
    ),
    _check(
        "payback",
        "Payback",
        "How long it takes until what comes in has paid for what was put in. Figures by year say "
        "in which year that is; spread evenly over it, in which month.",
        "payback = the first period at whose end all money together is not below 0; or cost ÷ "
        "saving a year",
    ),
    _check(
        "break-even",
        "Break-even",
        "When what has come in is as much as what has gone out. A printed month, quarter or year "
        "is held against the years of the figures.",
        "break-even = the first period at whose end all money together is not below 0",
    ),
    _check(
        "npv",
        "Net present value",
        "What all years are worth today, at the discount rate that is printed. Some leave the "
        "first year as it is, as the Green Book does; others discount it too, as spreadsheets do. "
        "A printed value agrees where one of the two gives it.",
        "NPV = Σ (benefit − cost of year n) ÷ (1 + rate)ⁿ, n from 0 or from 1",
    ),
    _check(
        "irr",
        "Internal rate of return",
        "The discount rate at which all years together are worth nothing. It is worked out only "
        "where there is just one such rate.",
        "0 = Σ (benefit − cost of year n) ÷ (1 + IRR)ⁿ",
    ),
    Check(
        code="green-book",
        family=Family.CLAIMS,
        title="Net present value at the Green Book's rates",
        about="The Treasury's Green Book of February 2026 discounts at 3.5% a year for 30 years "
        "and at lower rates after. Council papers are free to use another rate; this is a second "
        "reading beside theirs.",
        formula="NPV = Σ (benefit − cost of year n) ÷ the rates of years 1 to n, one after the "
        "other",
        speaks="Note where a net present value can be worked out and rests on another rate.",
        run=_green_book,
    ),
    Check(
        code="claim-twice",
        family=Family.CLAIMS,
        title="Two values for one claim",
        about="A claim of the appraisal that stands in two places has one value. Claims of one "
        "kind that nothing tells apart are taken to be the same.",
        formula="claim = the same claim in another place",
        speaks="Error where the document says that the two are one and their values differ. "
        "Warning where that is our reading. Note where rounding explains the difference.",
        run=twice,
    ),
    Check(
        code="claim-open",
        family=Family.CLAIMS,
        title="A claim that cannot be worked out again",
        about="A printed return, payback or present value can only be checked where the figures "
        "behind it are published. Where they are not, the reason is given.",
        formula="claim = what it comes from, if that is published",
        speaks="Note, with the reason.",
        run=_open,
    ),
)
