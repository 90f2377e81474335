"""What a check is, and the one way in which a sum becomes a finding.

A check is a small pure function from a case to what it tested there. Its code is its name, its
anchor in the public methods and the name of its tests; what it looks at, its formula and when
it speaks stand beside it, so that the public page on methods is made from the check itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.audit.findings import Finding, Level, Tested, Verdict
from generator.audit.judging import Judgement, judge
from generator.audit.provenance import provenance
from generator.audit.readings import proven_readings
from generator.audit.subject import Subject
from generator.audit.working import difference_of, recomputed_of, working_of
from generator.core.amounts import PERCENT, POINTS, Amount
from generator.core.money_format import as_printed, format_amount
from generator.core.relations import Form
from generator.core.sums import Operation

if TYPE_CHECKING:
    from generator.audit.findings import Where
    from generator.core.naming import Described
    from generator.core.operands import Item
    from generator.core.sums import Sum

Run = Callable[[Subject], Iterable[Tested]]
IN_FULL = "What are these figures before they were rounded?"


class Family(StrEnum):
    """The groups in which the methods page lists the checks."""

    SUMS = "Sums"
    NETS = "Nets and signs"
    TIME = "Measures over time"
    CLAIMS = "Claims of the appraisal"
    AGREEMENT = "The same figure in two places"
    SCALE = "Scale and units"
    DOUBLE = "Counted twice"
    RISKS = "Risks"
    OPTIONS = "Options"
    GAPS = "What is missing"
    VERSIONS = "From version to version"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One check.

    Attributes:
        code: its name, for ever: people search for it and link to it.
        title: what it is called on pages: ``A row's total``.
        about: what it looks at and why, in plain sentences.
        formula: what has to hold, in words: ``total = all items of the row``.
        speaks: when it gives an error, a warning and a note.
        run: looks at a case.
    """

    code: str
    family: Family
    title: str
    about: str
    formula: str
    speaks: str
    run: Run


def weigh(code: str, subject: Subject, found: Sum, *, unlike: str = "") -> Tested:
    """A sum as tested: judged, written out, and with a finding where it does not just agree.

    Args:
        code: the check that asks.
        subject: the case.
        found: the sum.
        unlike: see ``judge``.
    """
    judgement = judge(
        found,
        subject.verdict(found),
        unlike,
        lambda: subject.coarse(items_of(found)),
        lambda: proven_readings(subject, found),
    )
    working = working_of(subject, found)
    finding = None
    if judgement.level is not None:
        finding = _finding(code, subject, found, judgement)
    parts = [subject.where(addend.item).figure for addend in found.addends]
    published = subject.where(found.published).figure
    return Tested(
        code=code,
        figures=figures_of(published, *parts),
        verdict=judgement.verdict,
        working=working,
        finding=finding,
    )


def figures_of(*figures: Described) -> tuple[tuple[str, str], ...]:
    """Paths and names of figures, each once."""
    return tuple(dict.fromkeys((figure.case, figure.name) for figure in figures))


def cases_of(first: Where, *others: Where) -> tuple[str, ...]:
    """The cases that figures stand in, each once, the one that prints the first figure first."""
    return tuple(dict.fromkeys(where.figure.case for where in (first, *others)))


def _finding(code: str, subject: Subject, found: Sum, judgement: Judgement) -> Finding:
    published = subject.where(found.published)
    parts = [subject.where(addend.item) for addend in found.addends]
    left_out = [subject.where(item) for item in found.left_out]
    return Finding(
        code=code,
        level=judgement.level or Level.NOTE,
        title=_title(subject, found, judgement.verdict),
        explanation=_explanation(subject, found, judgement),
        question=_question(subject, found, judgement.verdict),
        cases=cases_of(published, *parts),
        published=found.published.amount,
        recomputed=recomputed_of(found),
        difference=difference_of(found),
        where=(published, *parts, *left_out),
        working=working_of(subject, found),
        assumption=judgement.assumption,
    )


def called(where: Where) -> str:
    """A figure by its name, its table and its line: ``“Total” in “Costs”, line 12``."""
    within = f" in “{where.figure.within}”" if where.figure.within else ""
    lines = where.figure.context.lines
    if lines is None:
        return f"{where.figure.text}{within}"
    word = "line" if lines.first == lines.last else "lines"
    return f"{where.figure.text}{within}, {word} {str(lines).replace('-', ' to ')}"


def _title(subject: Subject, found: Sum, verdict: Verdict) -> str:
    where = subject.where(found.published)
    within = f" in “{where.figure.within}”" if where.figure.within else ""
    printed = f"{capital(where.figure.text)}{within} is printed as "
    printed += as_printed(found.published.amount)
    if verdict is Verdict.OPEN:
        return f"{printed}; a part of it has no number"
    return f"{printed}; {_comes_to(subject, found)}"


def _comes_to(subject: Subject, found: Sum) -> str:
    """What the parts come to, in words that fit the sum."""
    ours = f"{'at least ' if found.left_out else ''}{format_amount(recomputed_of(found))}"
    share = found.relation.form is Form.SHARE
    if share or found.operation is Operation.MULTIPLIED:
        sum_ = working_of(subject, found).text.rpartition(" = ")[0]
        return f"{sum_} is {ours}"
    if found.operation is Operation.AVERAGED:
        return f"the average of its parts is {ours}"
    if len(found.addends) == 1:
        part = subject.where(found.addends[0].item).figure
        other = _other(subject, found)
        if other is None:
            return f"{part.text} is {ours}"
        within = f" in “{part.within}”" if part.within else ""
        said = format_amount((other.amount or Amount()).meant) + _turned(found)
        return f"{part.text}{within}{_elsewhere(subject, part)} is {said}"
    return f"its parts come to {ours}"


def _other(subject: Subject, found: Sum) -> Where | None:
    """The figure on the other side, where two are said to be the same."""
    if len(found.addends) != 1 or found.left_out:
        return None
    alike = found.relation.form is Form.SUM and found.addends[0].factor.copy_abs() == 1
    same = alike or found.relation.form is Form.SAME
    return subject.where(found.addends[0].item) if same else None


def _says(subject: Subject, found: Sum, where: Where) -> str:
    """``“Total” in “Costs”, line 12, says £500,000``."""
    named = f"{called(where)}{_elsewhere(subject, where.figure)}"
    return f"{named}, says {as_printed(where.amount or Amount())}{_turned(found)}"


def _turned(found: Sum) -> str:
    return ", here with the other sign" if found.addends[0].factor < 0 else ""


def _elsewhere(subject: Subject, figure: Described) -> str:
    """In which other case a figure stands: `` of “New depot” (Otherton)``."""
    if figure.case == subject.path:
        return ""
    council = figure.case.partition("/")[0].replace("-", " ").title()
    return f" of “{subject.others[figure.case].title}” ({council})"


def _explanation(subject: Subject, found: Sum, judgement: Judgement) -> str:
    printed = as_printed(found.published.amount)
    other = _other(subject, found)
    ours = _says(subject, found, other) if other else working_of(subject, found).text
    sentences = [f"{capital(ours)}; printed is {printed}."]
    difference = difference_of(found)
    if judgement.verdict is Verdict.ROUNDING:
        rounded = judgement.assumption or "The figures are printed to few digits"
        sentences.append(f"{rounded}, so that rounding explains this.")
    elif judgement.verdict is Verdict.OPEN:
        names = " and ".join(subject.where(item).figure.text for item in found.left_out)
        sentences.append(f"Nothing can be said of the whole, since {names} has no number.")
    else:
        if difference is not None:
            sentences.append(gap(difference))
        sentences.append(provenance(subject, found))
        sentences.append(f"{judgement.assumption}." if judgement.assumption else "")
    return " ".join(sentence for sentence in sentences if sentence)


def gap(difference: Amount) -> str:
    """How far the printed figure is from ours, as a sentence."""
    number = difference.number
    if number is None:
        return ""
    unit = POINTS if difference.unit == PERCENT else difference.unit
    size = format_amount(Amount(number=number.copy_abs(), unit=unit))
    return f"The printed figure is {size} {'more' if number > 0 else 'less'}."


def _question(subject: Subject, found: Sum, verdict: Verdict) -> str:
    where = subject.where(found.published)
    printed = as_printed(found.published.amount)
    if verdict is Verdict.OPEN:
        parts = " and ".join(subject.where(item).figure.text for item in found.left_out)
        return f"What is the amount of {parts}, which {called(where)} is to include?"
    other = _other(subject, found)
    rounded = verdict is Verdict.ROUNDING
    return (
        f"{capital(called(where))}, says {printed}; "
        f"{_says(subject, found, other) if other else _comes_to(subject, found)}. "
        + (IN_FULL if rounded else "Which figure holds, and what explains the difference?")
    )


def capital(text: str) -> str:
    """The text with a capital letter at its beginning, behind an opening quotation mark too."""
    at = 1 if text.startswith("“") else 0
    return f"{text[:at]}{text[at : at + 1].upper()}{text[at + 1 :]}"


def items_of(found: Sum) -> tuple[Item, ...]:
    """The published figure and every part of a sum."""
    return (found.published, *(addend.item for addend in found.addends))
