"""Two values for one claim: where the file calls them one, and where nothing tells them apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from generator.audit.agreement import unlike
from generator.audit.checks import called, capital, weigh
from generator.audit.claim_questions import same_claims
from generator.audit.claim_rows import where_of
from generator.audit.findings import Level
from generator.audit.precision import span_of
from generator.audit.shape import Shape
from generator.audit.things import remark
from generator.core.amounts import EXACT
from generator.core.money_format import as_printed
from generator.core.period_forms import MONTHS_IN
from generator.core.sums import QUOTIENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.figures import Claim
    from generator.core.sums import Sum

CODE = "claim-twice"


def twice(subject: Subject) -> Iterator[Tested]:
    """Claims that are said to be one, and claims of one kind that nothing tells apart."""
    for found in subject.of_shape(Shape.CLAIM_AGAIN):
        alike = _in_one_unit(found)
        yield weigh(CODE, subject, alike, unlike=unlike(subject, alike))
    claims = [each for each in subject.case.claims if each.value.meant.number is not None]
    for claim, other in combinations(claims, 2):
        if _alike(claim, other) and other.id not in same_claims(subject, claim.id):
            yield from _two_values(subject, claim, other)


def _alike(claim: Claim, other: Claim) -> bool:
    """Whether nothing that the file says tells two claims apart but their values."""
    one, two = (
        (c.claim, (c.what or "").casefold(), c.context.period, c.context.basis, c.value.meant.unit)
        for c in (claim, other)
    )
    return one == two


def _two_values(subject: Subject, claim: Claim, other: Claim) -> Iterator[Tested]:
    where = [where_of(subject, claim), where_of(subject, other)]
    if span_of(claim.value).meets(span_of(other.value)):
        return
    one, two = as_printed(claim.value), as_printed(other.value)
    yield remark(
        CODE,
        Level.WARNING,
        where,
        title=f"{capital(where[0].figure.text)} is printed as {one} and as {two}",
        explanation=f"One value is {called(where[0])}, the other {called(where[1])}.",
        question=f"{capital(called(where[0]))}, says {one}; {called(where[1])}, says {two}. Which "
        "of the two holds, or in what do they differ?",
        assumption="Both are taken to be the same claim, since nothing tells them apart",
    )


def _in_one_unit(found: Sum) -> Sum:
    """A length of time held against one in another unit: 2 years against 24 months."""
    units = [item.amount.meant.unit.name for item in (found.published, found.addends[0].item)]
    if units[0] == units[1] or not set(units) <= set(MONTHS_IN) or len(found.addends) > 1:
        return found
    factor = QUOTIENT.divide(MONTHS_IN[units[1]], MONTHS_IN[units[0]])
    number = found.addends[0].item.amount.meant.number
    addend = replace(found.addends[0], factor=factor)
    value = EXACT.multiply(number, factor) if number is not None else found.recomputed
    return replace(found, addends=(addend,), recomputed=value)
