"""What an officer is told about fields that cannot be read.

The library that takes the top of a file apart speaks of its own insides. What it
says is turned here into what a writer can see: the quotation mark that was never
closed, the line that is not lined up. The line itself is looked at, since one
remark of the library stands for several mistakes. A code never changes: officers
search for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.core.cell_text import quoted
from generator.core.problems import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.core.problems import Place

CODES = {
    "fields-unreadable": "The top of the file is not written as fields and lists.",
    "fields-too-deep": "Lists and groups that stand too deep inside each other.",
    "fields-too-many": "More values at the top of a file than any case has.",
    "field-name-unreadable": "A list or a group where the name of a field belongs.",
    "field-twice": "A field that stands twice in the same group.",
    "value-copied": "A value that is marked for copying, or copied, with &, * or <<.",
    "value-marked": "A value that begins with an exclamation mark.",
    "value-cut-off": "A value whose end is taken for a remark, because a # stands in it.",
}

MOST_DEEP = 12
MOST_VALUES = 20_000


class Mark(Protocol):
    """A place as the library counts it: lines and columns from 0."""

    line: int
    column: int


@dataclass(kw_only=True, slots=True)
class _At:
    """A mark of our own."""

    line: int
    column: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Spot:
    """Where the library stopped: its line, the column in it, and the line where it began."""

    line: str
    column: int
    begun_above: bool

    @property
    def sign(self) -> str:
        return self.line[self.column : self.column + 1]

    @property
    def first(self) -> bool:
        """Whether nothing stands before it in its line."""
        return not self.line[: self.column].strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reason:
    """A remark of the library, when it means this mistake, and what to say of it.

    Attributes:
        phrases: what the remark holds, in one version of the library or the other.
        at_beginning: whether to point to where the unfinished thing begins.
    """

    phrases: tuple[str, ...]
    read: str
    remedy: str
    when: Callable[[_Spot], bool] = lambda _: True
    at_beginning: bool = False


_QUOTE = "put the text between quotation marks"
_NOT_LINED_UP = ("expected key", "<block end>", "'-' indicator")
_REASONS = (
    _Reason(
        phrases=("mapping values",),
        when=lambda spot: ": " in spot.line[: spot.column],
        read="a second colon in one line",
        remedy="put the whole text behind the first colon between quotation marks",
    ),
    _Reason(
        phrases=("mapping values",),
        when=lambda spot: spot.line.startswith(" "),
        read="a line that begins further to the right than the line above it",
        remedy="begin it under the first letter of the field that it belongs with",
    ),
    _Reason(
        phrases=("mapping values",),
        read="a colon behind something that is no name of a field, here or in the line above",
        remedy="write in each line the name of a field, a colon and a space",
    ),
    _Reason(
        phrases=("cannot start any token",),
        when=lambda spot: spot.sign == "\t",
        read="a tab",
        remedy="use spaces in its place",
    ),
    _Reason(
        phrases=("node content",),
        when=lambda spot: not spot.sign,
        read="a bracket that is opened and not closed",
        remedy=f"close it, or {_QUOTE} if the bracket belongs to it",
    ),
    _Reason(
        phrases=("cannot start any token", "node content", "alphabetic or numeric", "'>'"),
        at_beginning=True,
        read="a text that begins with “{sign}”",
        remedy=_QUOTE,
    ),
    _Reason(
        phrases=("end of stream",),
        at_beginning=True,
        read="a quotation mark that is opened and never closed",
        remedy="close it, or leave it away",
    ),
    _Reason(
        phrases=("expected ',' or",),
        when=lambda spot: spot.begun_above,
        at_beginning=True,
        read="a bracket that is opened and not closed",
        remedy=f"close it, or {_QUOTE} if the bracket belongs to it",
    ),
    _Reason(
        phrases=("expected ',' or",),
        read="a second colon within brackets, or a comma that is missing before it",
        remedy="put each value that holds a colon or a comma between quotation marks",
    ),
    _Reason(
        phrases=_NOT_LINED_UP,
        when=lambda spot: spot.first and spot.sign == ":",
        read="a colon without a name before it",
        remedy="write the name of the field before the colon",
    ),
    _Reason(
        phrases=_NOT_LINED_UP,
        when=lambda spot: spot.first,
        read="a line that is not lined up with the lines above it",
        remedy="begin it under the first letter of the field, or the - of the list, that it "
        "belongs with",
    ),
    _Reason(
        phrases=_NOT_LINED_UP,
        read="more text behind a closing quotation mark or bracket",
        remedy="put the whole text between quotation marks; where it holds some of its own, "
        "use the other sort around it",
    ),
    _Reason(
        phrases=("could not find expected ':'",),
        at_beginning=True,
        read="a line without the colon behind the name of its field",
        remedy="write the name, a colon and a space; put the lines of a longer text further to "
        "the right",
    ),
    _Reason(
        phrases=("escape",),
        read="a backslash between double quotation marks",
        remedy="use single quotation marks, or write the backslash twice",
    ),
    _Reason(
        phrases=("comment or",),
        read="text in the same line as > or |",
        remedy="begin the text in the line below, two spaces further to the right; put it between "
        "quotation marks if the sign belongs to it",
    ),
    _Reason(
        phrases=("entries are not allowed",),
        read="a text that begins with “- ”",
        remedy=f"{_QUOTE}; a list begins in a line of its own, below the name of its field",
    ),
    _Reason(
        phrases=("directive", "document"),
        read="a line that begins with %, or something behind a line of three full stops",
        remedy="take that line out",
    ),
)


def unreadable(
    said: str, mark: Mark | None, begun: Mark | None, lines: Sequence[str]
) -> tuple[Mark | None, Fault]:
    """The fault for a remark of the library, and the mark at which to report it.

    Args:
        said: the remark.
        mark: where the library stopped.
        begun: where the thing begins that it could not finish.
        lines: what it was reading.
    """
    if mark is None:
        return None, _fault("a line that cannot be understood", _COMPARE)
    above = begun is not None and begun.line < mark.line
    mark = _inside(mark, lines)
    spot = _spot(mark, lines, begun_above=above)
    for reason in _REASONS:
        if any(phrase in said for phrase in reason.phrases) and reason.when(spot):
            at = (begun or mark) if reason.at_beginning else mark
            return at, _fault(reason.read.format(sign=_spot(at, lines).sign), reason.remedy)
    return mark, _fault("a line that cannot be understood", _COMPARE)


def _inside(mark: Mark, lines: Sequence[str]) -> Mark:
    """The mark, or the end of the last line that holds anything if nothing stands behind it."""
    last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    return mark if mark.line <= last else _At(line=last, column=len(lines[last]))


def _spot(mark: Mark, lines: Sequence[str], *, begun_above: bool = False) -> _Spot:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return _Spot(line=line, column=mark.column, begun_above=begun_above)


_COMPARE = "compare it with the examples in docs/case-file.md"


def _fault(read: str, remedy: str) -> Fault:
    return Fault(
        code="fields-unreadable",
        read=read,
        expected="lines of the form “name: value”, lined up with each other",
        remedy=remedy,
    )


SEVERAL = _fault("a second part that begins with ---", "keep all fields in one part")
NO_FIELDS = _fault(
    "something that is no field", "begin each line with the name of a field and a colon"
)
COPY = Fault(
    code="value-copied",
    read="a part that is marked for copying, or copied, with &, * or <<",
    expected="every value written out where it belongs",
    remedy="write the value out; put a text that begins with & or * between quotation marks",
)
MARKED = Fault(
    code="value-marked",
    read="a value that begins with !",
    expected="plain text",
    remedy="leave the ! away, or put the text between quotation marks",
)
CUT_OFF = Fault(
    code="value-cut-off",
    read="a # behind a space, with which a remark begins, so that the rest of the line is lost",
    expected="text without a #, or a space behind the # of a remark",
    remedy="put the whole text between quotation marks, if the # belongs to it",
)
TOO_DEEP = Fault(
    code="fields-too-deep",
    read=f"lists and groups more than {MOST_DEEP} deep inside each other",
    expected="the fields described in docs/case-file.md",
    remedy="look for a bracket that is not closed; put a text that begins with [ or { "
    "between quotation marks",
)
TOO_MANY = Fault(
    code="fields-too-many",
    read=f"more than {MOST_VALUES:,} values",
    expected="the fields described in docs/case-file.md",
    remedy="put what is a table below the fields, and leave out what the document does not say",
)
NO_NAME = Fault(
    code="field-name-unreadable",
    read="a list or a group where the name of a field should stand",
    expected="a name, a colon and a space",
    remedy="put a text that begins with [ or { between quotation marks",
)


def twice(name: str, first: Place) -> Fault:
    """The fault for a field that stands at `first` already."""
    return Fault(
        code="field-twice",
        read=f"{quoted(name)} a second time; it stands in line {first.line} already",
        expected="each field once",
        remedy="keep one of the two",
    )
