"""What an amount is: a number with its unit, its qualifier and its state.

A council's figure is rarely a bare number. It is "up to £5million", "£80k to
100k", "nil", "TBC", or withheld, and what was printed says how exactly it was
meant. An ``Amount`` keeps all of it, so that nobody downstream has to look at
text again: sums take the number, pages take the words, the audit takes the
precision. The vocabulary of units stands here too. Reading text is the work of
``money``, writing it of ``money_format``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum
from typing import Final

from generator.core.cell_text import WORDING, nearest, quoted, tidy
from generator.core.problems import Fault

# Things that are counted, as a page writes them; more may be added at any place.
COUNTING_UNITS: Final = (
    "number", "level", "ratio", "score", "percentage points", "pence",
    "people", "residents", "adults", "children", "young people", "pupils", "students", "carers",
    "foster carers", "clients", "customers", "service users", "patients", "families", "households",
    "members", "volunteers", "players", "visitors", "businesses", "organisations", "partners",
    "councils", "FTE", "WTE", "posts", "jobs", "staff", "employees", "apprentices",
    "social workers", "minutes", "hours", "days", "weeks", "months", "years",
    "homes", "dwellings", "properties", "buildings", "sites", "rooms", "beds", "places", "desks",
    "schools", "libraries", "children's centres", "centres", "care homes", "branches", "offices",
    "vehicles", "buses", "routes", "journeys", "trips", "columns", "lights", "lamps", "spaces",
    "cases", "referrals", "assessments", "placements", "packages", "admissions", "visits", "calls",
    "contacts", "enquiries", "applications", "claims", "transactions", "invoices", "tickets",
    "meetings", "items", "loans", "books", "licences", "devices", "users", "contracts",
    "services", "projects", "schemes", "options", "events", "complaints", "responses", "grants",
    "kWh", "MWh", "kW", "MW", "tonnes", "kg", "litres", "miles", "km", "metres",
    "sq ft", "sq m", "acres", "hectares",
)  # fmt: skip

# Units that a page shows as a bare number: the heading says what is measured.
WORDLESS: Final = ("number", "level", "ratio", "score")

# Units that may be rounded to whole ones. Of all others there is never a half, so that a whole
# number of them is exact.
MEASURED: Final = (
    *("number", "level", "ratio", "score", "percentage points", "pence", "FTE", "WTE", "posts"),
    *("minutes", "hours", "days", "weeks", "months", "years", "kWh", "MWh", "kW", "MW"),
    *("tonnes", "kg", "litres", "miles", "km", "metres", "sq ft", "sq m", "acres", "hectares"),
)
WHOLE: Final = frozenset(COUNTING_UNITS) - frozenset(MEASURED)

_SINGULARS: Final = {
    "people": "person",
    "young people": "young person",
    "children": "child",
    "staff": "member of staff",
    "businesses": "business",
    "branches": "branch",
    "buses": "bus",
    "pence": "penny",
    "hectares": "hectare",
}
_SCALES_OF_POUNDS: Final = {
    1: ("£", "£s", "pounds", "pound", "gbp"),
    1_000: ("£k", "£000", "£000s", "k", "000", "000s", "£thousand", "£thousands"),
    1_000_000: ("£m", "£mn", "£million", "£millions"),
    1_000_000_000: ("£bn", "£billion", "£billions"),
}
_OTHER_SPELLINGS: Final = {
    "%": ("percent", "percentage"),
    "pence": ("p",),
    "number": ("count", "no"),
    "sq ft": ("square feet",),
    "sq m": ("sqm", "square metres"),
    "percentage points": ("pp", "ppt"),
}

# Sums and products of amounts in this context are exact; Python's own stops at 28 digits.
EXACT: Final = Context(prec=200)

UNIT_CODES: Final = {"unit-unknown": "A unit that the register does not know."}


class State(StrEnum):
    """What a cell says. Absent, zero, nil, N/A, TBC and withheld are six different things."""

    FIGURE = "figure"
    ZERO = "zero"
    NIL = "nil"
    NOT_APPLICABLE = "N/A"
    TBC = "TBC"
    WITHHELD = "withheld"
    ABSENT = "absent"
    WORDS = "words"
    UNREADABLE = "unreadable"


class Qualifier(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """What a number counts, and how many of it one stands for.

    Attributes:
        name: ``£``, ``%`` or one of ``COUNTING_UNITS``.
        scale: 1, or what a bare number is multiplied by: 1,000 for ``£k``.
    """

    name: str
    scale: int = 1

    @property
    def base(self) -> Unit:
        """The same unit without its scale."""
        return self if self.scale == 1 else Unit(name=self.name)

    @property
    def label(self) -> str:
        """The usual spelling: ``£k``, ``%``, ``people``."""
        return _SCALES_OF_POUNDS[self.scale][0] if self.name == "£" else self.name

    @property
    def singular(self) -> str:
        """The word for one of it: ``person``, ``property``, ``FTE``."""
        if self.name in _SINGULARS:
            return _SINGULARS[self.name]
        if self.name.endswith("ies"):
            return f"{self.name[:-3]}y"
        return self.name.removesuffix("s")


POUNDS: Final = Unit(name="£")
PERCENT: Final = Unit(name="%")
POINTS: Final = Unit(name="percentage points")  # 60% is not 10% more than 50%
PENCE: Final = Unit(name="pence")
NUMBER: Final = Unit(name="number")
PEOPLE: Final = Unit(name="people")


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """A figure of a document, or what stands in its place.

    Two amounts are equal when number, upper end, unit, qualifier, state, words and
    reading are: £900k equals £0.9m.

    Attributes:
        number: in whole units of ``unit`` (pounds, never thousands of pounds);
            none where the state is neither ``figure`` nor ``zero``. The lower end of a range.
        high: the upper end of a range.
        unit: always without a scale.
        words: for the state ``words``, the wording in small letters; it takes part in equality.
        printed: the text as typed, without a reading.
        quantum: worth of the last printed digit: 10,000 for £0.45m; the coarser one of a range.
        reading: what a damaged or mislabelled print means.
        reading_reason: why it is read so.
        withheld_reason: why a value is withheld.
        withheld_authority: the rule that allows it, ``""`` where none is named.
    """

    number: Decimal | None = None
    high: Decimal | None = None
    unit: Unit = POUNDS
    qualifier: Qualifier = Qualifier.EXACT
    state: State = State.FIGURE
    words: str = ""
    reading: Amount | None = None
    reading_reason: str = field(default="", compare=False)
    printed: str = field(default="", compare=False)
    quantum: Decimal | None = field(default=None, compare=False)
    withheld_reason: str = field(default="", compare=False)
    withheld_authority: str = field(default="", compare=False)

    @property
    def meant(self) -> Amount:
        """The reading where there is one, else the amount itself: what sums use."""
        return self.reading or self


def exactly(number: Decimal, unit: Unit = POUNDS) -> Amount:
    """The amount of a number that was worked out, not printed: ``number`` in units of ``unit``."""
    return Amount(number=number, unit=unit.base, state=State.FIGURE if number else State.ZERO)


def in_pounds(amount: Amount) -> Decimal | None:
    """The number in pounds; None for words and for whatever else is counted."""
    if amount.number is None or amount.unit.base not in (POUNDS, PENCE):
        return None
    return EXACT.divide(amount.number, 100) if amount.unit == PENCE else amount.number


def plain_number(number: Decimal) -> str:
    """All digits of a number and no more: ``900000``, ``0.1``, ``-330000``; never rounded."""
    digits = f"{number:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _key(text: str) -> str:
    """A unit's spelling without what officers vary: case, spaces, apostrophes, full stops."""
    return "".join(sign for sign in tidy(text).casefold() if sign not in " '.")


_BASE_UNITS: Final = tuple(Unit(name=name) for name in COUNTING_UNITS)
_WORDS: Final[dict[str, Unit]] = (
    {_key(unit.name): unit for unit in _BASE_UNITS}
    | {_key(unit.singular): unit for unit in _BASE_UNITS}
    | {_key(word): Unit(name=name) for name, words in _OTHER_SPELLINGS.items() for word in words}
    | {"%": PERCENT, "pounds": POUNDS, "pound": POUNDS}
)
_UNITS: Final[dict[str, Unit]] = _WORDS | {
    spelling: Unit(name="£", scale=scale)
    for scale, spellings in _SCALES_OF_POUNDS.items()
    for spelling in spellings
}
UNIT_WORDS: Final = tuple(
    word for unit in _BASE_UNITS for word in (unit.name.lower(), unit.singular.lower())
)


def unit_word(text: str) -> Unit | None:
    """The unit that a word behind a number names (``people``, ``%``, ``p``), without a scale."""
    return _WORDS.get(_key(text))


def parse_unit(text: str) -> Unit | Fault:
    """Read the unit of a table, row or column: ``£000s``, ``%``, ``FTE``.

    Returns:
        The unit with its scale, or the fault ``unit-unknown``, which names the nearest known one.
    """
    found = _UNITS.get(_key(text))
    if found is not None:
        return found
    near = nearest(_key(text), _UNITS, cutoff=WORDING)
    remedy = (
        f"write “{_UNITS[near].label}” if that is what is meant"
        if near
        else "use one of the units listed in the guide, or propose a new one"
    )
    expected = "a unit of the register, such as £, £k, £m, %, people or FTE"
    return Fault(code="unit-unknown", read=quoted(text), expected=expected, remedy=remedy)
