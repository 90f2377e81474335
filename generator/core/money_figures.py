"""The numbers of a cell: "c. £3m", "£80 to 100k", "- £ 330k", "200+ people".

A printed figure has up to six parts (qualifier, sign, pound sign, digits, scale,
unit), councils order and space them freely, and a range has most of them twice.
This module takes one apart; which cells hold no figure at all is known to
``money``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from generator.core.amounts import (
    EXACT,
    PERCENT,
    POUNDS,
    UNIT_WORDS,
    Amount,
    Qualifier,
    State,
    Unit,
    plain_number,
    unit_word,
)
from generator.core.cell_text import WORDING, nearest, quoted
from generator.core.money_faults import money_fault
from generator.core.problems import Fault

_QUALIFIERS: Final = {
    Qualifier.ABOUT: (
        *("c", "ca", "circa", "approx", "approximately", "about", "around", "roughly"),
        *("nearly", "almost", "in the region of", "~", "≈"),
    ),
    Qualifier.UP_TO: (
        *("up to", "at most", "as much as", "no more than", "not more than"),
        *("max", "maximum", "maximum of", "≤"),
    ),
    Qualifier.AT_LEAST: (
        *("at least", "no less than", "not less than", "upwards of"),
        *("min", "minimum", "minimum of", "≥", ">="),
    ),
    Qualifier.OVER: ("over", "just over", "more than", "above", "in excess of", ">"),
    Qualifier.UNDER: ("under", "just under", "less than", "fewer than", "below", "<"),
}
_QUALIFIER_OF: Final = {word: sense for sense, words in _QUALIFIERS.items() for word in words}
_PHRASES: Final = "|".join(sorted((word for word in _QUALIFIER_OF if len(word) > 3), key=len)[::-1])
_QUALIFIER: Final = re.compile(
    r"(?:(?P<short>c|ca|approx|max|min)\.?(?![a-z])"  # c.£3m
    rf"|(?P<phrase>{_PHRASES})(?![a-z])"
    r"|(?P<sign>[~≈≤≥<]|>=?))\s*"
)
_PLUS: Final = re.compile(r"(?<=[0-9a-z%])\s*\+")  # £200m+

_SCALE_OF: Final = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_SCALE: Final = re.compile(r"(thousand|million|billion|bn|mn|k|m)(?![a-z])\s*")

_RANGE: Final = re.compile(r"(?P<low>.*?[0-9a-z%)])(?:\s*-\s*|\s+to\s+)(?P<high>[-(£.0-9].*)")
_BETWEEN: Final = re.compile(r"between (?P<low>.+?) and (?P<high>.+)")
_END: Final = re.compile(
    r"(?P<open>\(?)\s*(?P<sign>[-+]?)\s*(?P<pound>£?)\s*(?P<inner_sign>[-+]?)\s*"
    r"(?P<digits>[0-9.,]+)\s*(?P<words>[^0-9£()+-]*?)\s*(?P<close>\)?)"
)
_DIGITS: Final = re.compile(
    r"(?=\.?[0-9])(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)?(?:\.[0-9]+)?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _End:
    """One number as printed: not yet scaled, with the scale and unit that it prints itself."""

    number: Decimal
    scale: int | None
    unit: Unit | None

    def worth(self, scale: int) -> Decimal:
        return Decimal(plain_number(EXACT.multiply(self.number, scale)))

    def quantum(self, scale: int) -> Decimal:
        exponent = self.number.as_tuple().exponent
        places = exponent if isinstance(exponent, int) else 0
        return EXACT.multiply(Decimal((0, (1,), places)), scale)


def parse_figure(plain: str, text: str, unit: Unit) -> Amount | Fault:
    """A number or a range, with what qualifies it."""
    qualifiers, figures = take_qualifiers(plain)
    pieces = _split_range(figures)
    if len(qualifiers) > 1 or (len(pieces) > 1 and qualifiers not in ([], [Qualifier.ABOUT])):
        return money_fault("amount-qualifiers", text)
    ends = []
    for piece in pieces:
        end = _read_end(piece, text)
        if isinstance(end, Fault):
            return end
        ends.append(end)
    amount = _scaled(ends, text, unit)
    if isinstance(amount, Fault) or not qualifiers:
        return amount
    return replace(amount, qualifier=qualifiers[0])


def take_qualifiers(plain: str) -> tuple[list[Qualifier], str]:
    """All that qualifies a figure, before it or as a plus behind it, and the figure alone."""
    found = []
    while match := _QUALIFIER.match(plain):
        found.append(_QUALIFIER_OF[match["short"] or match["phrase"] or match["sign"]])
        plain = plain[match.end() :]
    if _PLUS.search(plain):
        found.append(Qualifier.AT_LEAST)
        plain = _PLUS.sub(" ", plain, count=1).strip()
    return found, plain


def _split_range(figures: str) -> list[str]:
    match = _BETWEEN.fullmatch(figures) or _RANGE.fullmatch(figures)
    return [match["low"], match["high"]] if match else [figures]


def _read_end(piece: str, text: str) -> _End | Fault:
    """One number of the cell ``text``: sign or brackets, pound sign, digits, scale, unit."""
    match = _END.fullmatch(re.sub(r"^£\s*\(", "(£", piece))
    signs = "".join(match.group("open", "sign", "inner_sign", "close")) if match else ""
    if match is None or signs not in ("", "+", "-", "()"):
        return money_fault("amount-unreadable", text)
    if not _DIGITS.fullmatch(match["digits"]):
        grouping = "," in match["digits"]
        return money_fault("amount-grouping" if grouping else "amount-unreadable", text)
    measure = _measure(match["words"], match.end("digits") == match.start("words"), text)
    if isinstance(measure, Fault):
        return measure
    scale, unit = measure
    if match["pound"] and unit not in (None, POUNDS):
        return money_fault("amount-units-mixed", text)
    number = Decimal(match["digits"].replace(",", ""))
    return _End(
        number=number.copy_negate() if signs in ("-", "()") else number,
        scale=scale,
        unit=POUNDS if match["pound"] else unit,
    )


def _measure(words: str, glued: bool, text: str) -> tuple[int | None, Unit | None] | Fault:
    """The scale and the unit that stand behind a number, each none where it is not printed."""
    scale = _SCALE.match(words)
    rest = words[scale.end() :] if scale else words
    whole = unit_word(words)
    if whole or not words:
        return None, whole
    if scale and (not rest or unit_word(rest)):
        return _SCALE_OF[scale[1]], unit_word(rest)
    if len(rest) > 3 and (near := nearest(rest, (*_SCALE_OF, *UNIT_WORDS), cutoff=WORDING)):
        remedy = f"write “{near}” in place of {quoted(rest)} if that is what is meant"
        return money_fault("amount-word-mistyped", text, remedy)
    if glued and scale is None and words[0].isalpha():  # £9OOk: letters among the digits
        return money_fault("amount-unreadable", text)
    remedy = f"take {quoted(rest)} out; period, basis and notes have places of their own"
    return money_fault("amount-word-unknown", text, remedy)


def _scaled(ends: list[_End], text: str, column: Unit) -> Amount | Fault:
    """Put unit and scale to what was printed.

    In "£80 to 100k" the first number takes the scale of the second; in "£500,000
    to £1.5m" it cannot, being the larger one as printed, and stands for itself.
    """
    own = {end.unit for end in ends if end.unit}
    unit = next(iter(own), column.base)
    if len(own) > 1 or (unit == PERCENT and any(end.scale for end in ends)):
        return money_fault("amount-units-mixed", text)
    low, high = ends[0], ends[-1]
    usual = column.scale if unit == column.base else 1
    of_high = high.scale or usual
    shared = high.scale and low.number.copy_abs() < high.number.copy_abs()
    of_low = low.scale or (of_high if shared else usual)
    number = low.worth(of_low)
    if len(ends) == 1:
        state = State.FIGURE if number else State.ZERO
        quantum = low.quantum(of_low)
        return Amount(number=number, unit=unit, state=state, quantum=quantum, printed=text.strip())
    if number >= high.worth(of_high):
        return money_fault("amount-range-order", text)
    return Amount(
        number=number,
        high=high.worth(of_high),
        unit=unit,
        quantum=max(low.quantum(of_low), high.quantum(of_high)),
        printed=text.strip(),
    )
