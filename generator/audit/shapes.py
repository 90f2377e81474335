"""Which check a sum belongs to: the shape of each, decided in one place.

Every sum has one shape and every shape one check, so that nothing is weighed twice and nothing
is left out. The shape follows from the form of the relation, from what the figures measure, and
from whose figures they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.shape import Shape
from generator.core.figures import Part
from generator.core.operands import HEADLINE, SPLITS
from generator.core.relations import Form
from generator.core.words import COSTS, GAINS, NETS, PAID_BACK, Basis, ClaimKind, LinkKind

if TYPE_CHECKING:
    from generator.audit.subject import Subject
    from generator.core.sums import Sum

RETURNS = (ClaimKind.RETURN_ON_INVESTMENT, ClaimKind.BENEFIT_COST_RATIO)


def shape_of(subject: Subject, found: Sum) -> Shape:
    """The one shape of a sum."""
    return _across_cases(subject, found) or _of_claims(subject, found) or _of_form(subject, found)


def _across_cases(subject: Subject, found: Sum) -> Shape | None:
    """A figure held against figures of other cases; a factor from elsewhere makes no such sum."""
    if found.relation.form not in (Form.SAME, Form.SUM):
        return None
    names = [found.published.name, *(addend.item.name for addend in found.addends)]
    cases = {name.rpartition("#")[0] or subject.path for name in names}
    if len({case.partition("/")[0] for case in cases}) > 1:
        return Shape.TWO_COUNCILS
    one_to_one = found.relation.form is Form.SAME and not _part_of(subject, cases)
    return None if len(cases) == 1 or one_to_one else Shape.WHOLE_AND_PART


def _part_of(subject: Subject, cases: set[str]) -> bool:
    """Whether one of the cases is a part of another."""
    known = [subject.case, *(subject.others[path] for path in cases if path in subject.others)]
    links = [link for case in known for link in case.links if link.kind is LinkKind.PART_OF]
    return any(str(link.case) in cases for link in links)


def _of_claims(subject: Subject, found: Sum) -> Shape | None:
    """A sum that works out a claim of the appraisal, or holds two of them against each other."""
    kinds = {claim.id: claim.claim for claim in subject.case.claims}
    if found.relation.form is Form.SAME and found.published.name in kinds:
        return Shape.CLAIM_AGAIN
    factors = [] if found.relation.percent_name is None else [found.relation.percent_name]
    claimed = {kinds.get(name) for name in (found.published.name, *factors)}
    if claimed & set(RETURNS):
        return Shape.RETURN
    return Shape.PAID_BACK if claimed & set(PAID_BACK) else None


def _of_form(  # noqa: PLR0911 - one return for each form
    subject: Subject, found: Sum
) -> Shape:
    match found.relation.form:
        case Form.ADDS_UP:
            return _of_layout(subject, found)
        case Form.SHARE:
            return Shape.SHARE
        case Form.MEAN:
            return Shape.MEAN
        case Form.RUNNING_TOTAL:
            return Shape.RUNNING
        case Form.PRODUCT | Form.COMES_FROM:
            return Shape.PRODUCT
        case Form.SAME:
            return Shape.HEADLINE if HEADLINE in found.relation.names else Shape.SAME
        case Form.SUM:
            return _of_sum(subject, found)


def _of_layout(subject: Subject, found: Sum) -> Shape:
    """A total of a table: of benefits and costs, of cumulative years, or of its plain items."""
    if _is_mixed_gain(subject, found):
        return Shape.NET
    return Shape.CUMULATIVE if _is_last_of_cumulative(subject, found) else _of_table(found)


def _is_last_of_cumulative(subject: Subject, found: Sum) -> bool:
    """Whether a total repeats the last of several years' cumulative figures, as it should."""
    parts = [subject.where(addend.item).figure.context for addend in found.addends]
    years = [part.period.meant for part in parts if part.period]
    last = found.addends[-1].item.amount.meant
    repeats = last.number == found.published.amount.meant.number
    cumulative = all(part.basis is Basis.CUMULATIVE for part in parts)
    return repeats and cumulative and any(year != years[0] for year in years)


def _is_mixed_gain(subject: Subject, found: Sum) -> bool:
    """Whether a total of benefits stands below benefits and costs: a net by another name."""
    gain = subject.where(found.published).figure.context.measure in GAINS
    return gain and _is_mixed(subject, found)


def _is_mixed(subject: Subject, found: Sum) -> bool:
    parts = [subject.where(addend.item).figure.context.measure for addend in found.addends]
    return any(m in COSTS for m in parts) and any(m not in COSTS for m in parts)


def _of_table(found: Sum) -> Shape:
    line = found.line
    if line is None or line.of_subtotals:
        return Shape.TOTAL_OF_TOTALS
    if line.part is Part.SUBTOTAL:
        return Shape.SUBTOTAL
    return Shape.ROW if line.across else Shape.COLUMN


def _of_sum(subject: Subject, found: Sum) -> Shape:
    if all(addend.item.name.startswith(SPLITS) for addend in found.addends):
        return Shape.SPLIT
    published = subject.where(found.published).figure.context.measure
    if published in NETS or (published not in COSTS and _is_mixed(subject, found)):
        return Shape.NET
    taken = any(addend.factor < 0 for addend in found.addends)
    if len(found.addends) == 1 and not found.left_out:
        return Shape.HEADLINE if HEADLINE in found.relation.names else Shape.SAME
    return Shape.DIFFERENCE if taken else Shape.LIST
