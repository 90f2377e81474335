"""How the figures of a case hang together, as its document or a careful reader says.

There are eight forms, one a line: a figure equals others added and taken away, others
multiplied and divided, or the mean of others; a figure is a percentage of another, two
figures are the same thing, a table adds up, a row is the running total of another, and a
claim of the appraisal comes from a series of years. This module reads such a line. What the
names in it stand for is settled in ``operands``, and what it claims is worked out in
``evaluate``; nothing here knows a case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic.dataclasses import dataclass

from generator.core.cell_text import quoted
from generator.core.problems import Fault
from generator.core.scalars import Lines, parse_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CODES = {
    "relation-unreadable": "A line on how figures hang together that has none of the known forms.",
    "relation-grounds": "A relation that does not say whether the document or a reader makes it.",
}

NAME = r"`([^`\s]{1,300})`"
MOST_TEXT = 1_000
NUMBER = r"(\d{1,9}(?:\.\d{1,6})?)( ?%)?"
# Word processors put dashes where a minus sign or a hyphen was typed, and signs of their own
# where a star or a slash was.
SIGNS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-") | {"\u00d7": "*", "\u00f7": "/"}
)
FORMS = (
    "`table` adds up by row and by column; `a` = `b` + `c` - `d`; `a` = `b` * 12 / `c`; "
    "`a` = mean of `b` and `c`; `a` = 10% of `b`; `a` same as `b`; `a` running total of `b`; or "
    "`claim` comes from `row` at 3.5%"
)


class Form(StrEnum):
    """The eight forms of relation."""

    SUM = "sum"
    PRODUCT = "product"
    MEAN = "mean"
    SHARE = "share"
    SAME = "same as"
    ADDS_UP = "adds up"
    RUNNING_TOTAL = "running total"
    COMES_FROM = "comes from"


class Grounds(StrEnum):
    """Who says that the relation holds: the document itself, or a careful reader of it."""

    STATED = "stated"
    READ_AS = "read as"


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One operand.

    Attributes:
        name: the name as typed; empty for a number.
        sign: whether it is added (1) or taken away (-1); in a product, whether it multiplies (1)
            or divides (-1).
        number: in a product, a number that the line itself gives; 0.9 where 90% is typed.
        percent: whether the number was typed as a percentage.
    """

    name: str = ""
    sign: int = 1
    number: Decimal | None = None
    percent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """One line of the section on how the figures hang together.

    Attributes:
        result: what is said to come out: the left side, or the table that adds up.
        terms: the right side; empty for ``adds up``.
        percent: for a share, the percentage typed as a number; for what comes from a series of
            years, the discount rate.
        percent_name: the name of the figure that holds that percentage or rate.
        by_row: for ``adds up``, whether each row adds up across.
        by_column: for ``adds up``, whether each column adds up down.
        reason: why a reader takes it so, or an empty text.
        lines: where the document states it.
    """

    form: Form
    result: str
    terms: tuple[Term, ...] = ()
    percent: Decimal | None = None
    percent_name: str | None = None
    by_row: bool = False
    by_column: bool = False
    grounds: Grounds = Grounds.STATED
    reason: str = ""
    lines: Lines | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the relation uses, in the order typed."""
        percent = (self.percent_name,) if self.percent_name else ()
        return (self.result, *percent, *(term.name for term in self.terms if term.name))


def cases_named(relations: Iterable[Relation]) -> tuple[str, ...]:
    """The paths of the other cases of which relations name a figure, in order."""
    paths = (name.rpartition("#")[0] for relation in relations for name in relation.names)
    return tuple(sorted({path for path in paths if path}))


def by_named(figures_of: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Turned round: by path of a case, the others that name a figure of it, in order."""
    found: dict[str, list[str]] = {}
    for path, named in figures_of.items():
        for other in named:
            if other != path:
                found.setdefault(other, []).append(path)
    return {path: tuple(those) for path, those in found.items()}


def parse_relation(text: str) -> Relation | Fault:
    """The relation that one list item holds."""
    body, grounds = _split_grounds(" ".join(text.split())[: MOST_TEXT + 1])
    plain = _spaced(body)
    found = (form(plain) for form in READERS)
    relation = next((relation for relation in found if relation is not None), None)
    if relation is None or len(text) > MOST_TEXT:
        return Fault(
            code="relation-unreadable",
            read=quoted(text),
            expected=f"one of these forms: {FORMS}",
            remedy="put each name between two ` signs and use one of these forms",
        )
    if grounds is None:
        # Only a table's own total or formula speaks for itself.
        return _no_grounds(text) if relation.form is Form.SAME else relation
    return _with_grounds(relation, grounds)


def _split_grounds(text: str) -> tuple[str, str | None]:
    found = re.fullmatch(r"(.*?) ?\(((?:stated|read as)\b.*)\) ?\.?", text, re.IGNORECASE)
    return (found[1], found[2]) if found else (text.rstrip("."), None)


def _spaced(body: str) -> str:
    """The relation with plain dashes, and with single spaces around its names and signs."""
    plain = body.translate(SIGNS)
    pieces = [
        piece if piece.startswith("`") else re.sub(r"(?<![a-z])x(?![a-z])", " * ", piece)
        for piece in re.split("(`[^`]*`|[=+%*/-])", plain)
    ]
    return " ".join(" ".join(piece.strip() for piece in pieces).split())


def _no_grounds(text: str) -> Fault:
    return Fault(
        code="relation-grounds",
        read=quoted(text),
        expected="who says so, in brackets at the end: (stated, line 2108) or (read as: reason)",
        remedy="write “stated” with the line where the document says so, and “read as” with the "
        "reason where it is our reading",
    )


def _with_grounds(relation: Relation, grounds: str) -> Relation | Fault:
    found = re.fullmatch(
        r"(stated|read as)(?: ?: ?(.*?))?(?: ?[,;] ?lines? ([\d –to-]+))?", grounds, re.IGNORECASE
    )
    lines = parse_lines(found[3]) if found and found[3] else None
    if found is None or isinstance(lines, Fault):
        return _no_grounds(f"({grounds})")
    said, reason = Grounds(found[1].lower()), (found[2] or "").strip()
    if said is Grounds.READ_AS and not reason:
        return _no_grounds(f"({grounds})")
    return replace(relation, grounds=said, reason=reason, lines=lines)


def _adds_up(body: str) -> Relation | None:
    found = re.fullmatch(rf"{NAME} adds up(?: by (row|column))?(?: and by (row|column))?", body)
    if found is None:
        return None
    ways = {found[2], found[3]} - {None}
    return Relation(
        form=Form.ADDS_UP,
        result=found[1],
        by_row="row" in ways,
        by_column="column" in ways or not ways,
    )


def _same(body: str) -> Relation | None:
    found = re.fullmatch(rf"{NAME}(?: same as {NAME})+", body)
    if found is None:
        return None
    result, *others = re.findall(NAME, body)
    return Relation(form=Form.SAME, result=result, terms=tuple(Term(name=name) for name in others))


def _running(body: str) -> Relation | None:
    found = re.fullmatch(rf"{NAME} running total of {NAME}", body)
    if found is None:
        return None
    return Relation(form=Form.RUNNING_TOTAL, result=found[1], terms=(Term(name=found[2]),))


def _share(body: str) -> Relation | None:
    percent = r"(?:(\d{1,6}(?:\.\d{1,6})?)\s?%|" + NAME + r"\s?%)"
    found = re.fullmatch(rf"{NAME} = {percent} of {NAME}", body)
    if found is None:
        return None
    return Relation(
        form=Form.SHARE,
        result=found[1],
        terms=(Term(name=found[4]),),
        percent=Decimal(found[2]) if found[2] else None,
        percent_name=found[3],
    )


def _mean(body: str) -> Relation | None:
    found = re.fullmatch(
        rf"{NAME} = (?:mean|average) of ({NAME}(?: ?, {NAME})*(?: ?,)? and {NAME})", body
    )
    if found is None:
        return None
    terms = tuple(Term(name=name) for name in re.findall(NAME, found[2]))
    return Relation(form=Form.MEAN, result=found[1], terms=terms)


def _product(body: str) -> Relation | None:
    factor = rf"(?:{NAME}|{NUMBER})"
    found = re.fullmatch(rf"{NAME} = ({factor}(?: [*/] {factor})+)", body)
    if found is None:
        return None
    terms = tuple(
        Term(name=name, sign=sign) if name else _literal(number, sign, percent=bool(percent))
        for sign, name, number, percent in _factors(found[2])
    )
    if not any(term.name for term in terms):
        return None
    return Relation(form=Form.PRODUCT, result=found[1], terms=terms)


def _factors(text: str) -> list[tuple[int, str, str, str]]:
    """Each factor: whether it multiplies or divides, and its name, or its number and % sign."""
    found = re.findall(rf"([*/]?) ?(?:{NAME}|{NUMBER})", text)
    return [(-1 if sign == "/" else 1, name, number, mark) for sign, name, number, mark in found]


def _literal(number: str, sign: int, *, percent: bool) -> Term:
    value = Decimal(number).scaleb(-2) if percent else Decimal(number)
    return Term(sign=sign, number=value, percent=percent)


def _comes_from(body: str) -> Relation | None:
    rate = r"(?: at (?:(\d{1,3}(?:\.\d{1,6})?) ?%|" + NAME + r"))?"
    found = re.fullmatch(rf"{NAME} comes from (-? ?{NAME}(?: [+-] {NAME})*){rate}", body)
    if found is None:
        return None
    *_, percent, percent_name = found.groups()
    return Relation(
        form=Form.COMES_FROM,
        result=found[1],
        terms=_signed(found[2]),
        percent=Decimal(percent) if percent else None,
        percent_name=percent_name,
    )


def _sum(body: str) -> Relation | None:
    found = re.fullmatch(rf"{NAME} = (-? ?{NAME}(?: [+-] {NAME})*)", body)
    if found is None:
        return None
    return Relation(form=Form.SUM, result=found[1], terms=_signed(found[2]))


def _signed(text: str) -> tuple[Term, ...]:
    """The terms of ``- `a` + `b` - `c```."""
    terms = re.findall(rf"([+-]?) ?{NAME}", text)
    return tuple(Term(name=name, sign=-1 if sign == "-" else 1) for sign, name in terms)


READERS = (_adds_up, _same, _running, _comes_from, _share, _mean, _product, _sum)
