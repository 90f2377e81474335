"""How one value of a case file becomes a typed value, field by field.

Everything in a case file arrives as the text that was typed. Each type here
names what a field holds and carries its own reading from text, so that a record
says ``lines: LinesField`` and nothing else. A reader that answers with a
``Fault`` stops the validation of that field alone; the fault travels with the
error and comes out as a problem with its place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from generator.core.amounts import NUMBER, PEOPLE, Amount, Unit, parse_unit
from generator.core.cell_text import quoted
from generator.core.identity import CaseId, parse_case_id
from generator.core.money import parse_amount, parse_amount_or_words
from generator.core.periods import Period, parse_date, parse_period
from generator.core.problems import Fault
from generator.core.words import (
    Basis,
    Certainty,
    ChangeKind,
    DependencyKind,
    Governance,
    Kind,
    LinkKind,
    Measure,
    Nature,
    Outcome,
    Quality,
    SplitBy,
    parse_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = {
    "text-expected": "A list or a group of fields where one value belongs.",
    "lines-unreadable": "A line of the source that is neither a number nor two joined by a hyphen.",
    "number-unreadable": "A field that holds a whole number holds something else.",
    "yes-or-no": "A field that is answered with yes or no holds something else.",
    "link-unsafe": "An address that is neither https, http nor mailto.",
    "score-unreadable": "A likelihood or impact that is no number, letter or word of rank.",
}

W = TypeVar("W", bound=StrEnum)
T = TypeVar("T")
# Every record refuses a field that it does not know, so that a mistyped name is found.
STRICT = ConfigDict(extra="forbid")
MOST_LINES = 1_000_000
NOT_ONE_VALUE = Fault(
    code="text-expected",
    read="a list or a group of fields",
    expected="one value",
    remedy="write the value behind the colon; put it between quotation marks if it holds "
    "a comma, a colon or a bracket",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """Lines of a source's text copy, counted from 1; one line has ``first == last``."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def parse_lines(text: str) -> Lines | Fault:
    """``7285``, ``2112-2126`` or ``2112 to 2126``."""
    found = re.fullmatch(r"(\d{1,7})(?:\s*(?:-|–|to)\s*(\d{1,7}))?", text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if 1 <= first <= last <= MOST_LINES:
        return Lines(first=first, last=last)
    return Fault(
        code="lines-unreadable",
        read=f"{quoted(text)} as the line of the source",
        expected="a line number such as 7285, or two in order such as 2112-2126",
        remedy="write the number of the line in the source's text copy where the fact stands",
    )


def parse_whole(text: str) -> int | Fault:
    """A whole number from 0 to 9,999, as scores, weights and option numbers are."""
    if re.fullmatch(r"[0-9]{1,4}", text.strip()):
        return int(text)
    return Fault(
        code="number-unreadable",
        read=quoted(text),
        expected="a whole number from 0 to 9,999",
        remedy="write the number in figures, or leave the field out where the document gives none",
    )


def parse_score(text: str) -> str | Fault:
    """A likelihood or an impact as the log prints it: a number, a letter, or a word of rank."""
    printed = text.strip()
    if re.fullmatch(r"[0-9]{1,3}|[A-Fa-f]|(very )?(low|high)|medium", printed, re.IGNORECASE):
        return printed
    return Fault(
        code="score-unreadable",
        read=quoted(text),
        expected="a number such as 4, a letter such as C, or a word such as medium",
        remedy="write the score as the risk log prints it, or leave it out where the log has none",
    )


def parse_yes_no(text: str) -> bool | Fault:
    """``yes`` and ``no``; ``true`` and ``false`` are taken too, as editors write them."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    answer = answers.get(text.strip().lower())
    if answer is not None:
        return answer
    return Fault(
        code="yes-or-no",
        read=quoted(text),
        expected="yes or no",
        remedy="write yes or no, or leave the field out where the document does not say",
    )


def parse_link(text: str) -> str | Fault:
    """An address that a page may link to."""
    if re.fullmatch(r"(https?://|mailto:)[^\s<>\"'`\\]{3,500}", text.strip()):
        return text.strip()
    return Fault(
        code="link-unsafe",
        read=f"{quoted(text)} as a link",
        expected="an address that begins with https://, http:// or mailto:",
        remedy="copy the whole address from the browser's address line",
    )


def parse_day(text: str) -> date | Fault:
    """A day; a field for a day has no room for a reading beside a damaged print."""
    found = parse_date(text)
    if isinstance(found, Fault) and "(read " in found.remedy:
        remedy = "correct the slip, or leave the field out where the document prints it so"
        return replace(found, remedy=remedy)
    return found


def parse_when(text: str) -> Period | Fault | None:
    """A period, or None for ``not stated``."""
    if text.strip().lower() == "not stated":
        return None
    found = parse_period(text)
    if isinstance(found, Fault) and found.code in ("period-missing", "period-is-basis"):
        return replace(found, remedy=f"{found.remedy}, or write “not stated”")
    return found


def from_text(parse: Callable[[str], T | Fault]) -> BeforeValidator:
    """A validator that reads text with `parse` and passes on what is a value already."""

    def read(value: Any) -> Any:  # noqa: ANN401 - a file may hold anything here
        result = parse(value) if isinstance(value, str) else value
        if isinstance(value, (dict, list)):
            result = NOT_ONE_VALUE
        if isinstance(result, Fault):
            raise PydanticCustomError("fault", "fault", {"fault": result})
        return result

    return BeforeValidator(read)


def one_of(words: type[W], what: str) -> BeforeValidator:
    """A validator for a word of one list; `what` names the field in a message."""
    return from_text(lambda text: parse_word(text, words, what))


TEXT_OR_NUMBER = {"type": ["string", "number"]}

AmountField = Annotated[
    Amount,
    from_text(parse_amount_or_words),
    WithJsonSchema(TEXT_OR_NUMBER | {"description": "As printed, for example £900k; or words."}),
]
NumberField = Annotated[
    Amount,
    from_text(lambda text: parse_amount(text, NUMBER)),
    WithJsonSchema(TEXT_OR_NUMBER | {"description": "A number or percentage, as printed."}),
]
PeopleField = Annotated[
    Amount,
    from_text(lambda text: parse_amount(text, PEOPLE)),
    WithJsonSchema(TEXT_OR_NUMBER | {"description": "How many people, for example 657204."}),
]
UnitField = Annotated[
    Unit,
    from_text(parse_unit),
    WithJsonSchema({"type": "string", "description": "The unit of a bare number, such as £k."}),
]
PeriodField = Annotated[
    Period | None,
    from_text(parse_when),
    WithJsonSchema(TEXT_OR_NUMBER | {"description": "For example 2018/19; or: not stated."}),
]
DayField = Annotated[
    date,
    from_text(parse_day),
    WithJsonSchema({"type": "string", "description": "A day, for example 20 December 2013."}),
]
LinesField = Annotated[
    Lines,
    from_text(parse_lines),
    WithJsonSchema(TEXT_OR_NUMBER | {"description": "Line of the source: 7285 or 2112-2126."}),
]
WholeField = Annotated[
    int, from_text(parse_whole), WithJsonSchema({"type": ["integer", "string"], "minimum": 0})
]
YesNoField = Annotated[
    bool, from_text(parse_yes_no), WithJsonSchema({"enum": ["yes", "no", True, False]})
]
LinkField = Annotated[
    str, from_text(parse_link), WithJsonSchema({"type": "string", "format": "uri"})
]
ScoreField = Annotated[str, from_text(parse_score), WithJsonSchema({"type": ["integer", "string"]})]
CaseField = Annotated[
    CaseId,
    from_text(parse_case_id),
    WithJsonSchema({"type": "string", "description": "A case: council/plan-year/slug."}),
]

KindField = Annotated[Kind, one_of(Kind, "the kind of document")]
MeasureField = Annotated[Measure, one_of(Measure, "what a figure measures")]
NatureField = Annotated[Nature, one_of(Nature, "what a figure is described as")]
BasisField = Annotated[Basis, one_of(Basis, "the basis of a figure")]
QualityField = Annotated[Quality, one_of(Quality, "a quality of a figure")]
CertaintyField = Annotated[Certainty, one_of(Certainty, "how sure a figure is")]
SplitByField = Annotated[SplitBy, one_of(SplitBy, "what a headline is divided by")]
OutcomeField = Annotated[Outcome, one_of(Outcome, "the outcome of an option")]
ChangeKindField = Annotated[ChangeKind, one_of(ChangeKind, "the kind of a change")]
DependencyKindField = Annotated[DependencyKind, one_of(DependencyKind, "the kind of a dependency")]
LinkKindField = Annotated[LinkKind, one_of(LinkKind, "the kind of a link")]
GovernanceField = Annotated[Governance, one_of(Governance, "how a council decides")]
