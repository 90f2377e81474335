"""The words beside a figure, and other turns of phrase that many pages share.

A figure is never shown without what it measures, its period and its basis. They are
put into words here and nowhere else, so that the page of a case, a card in a list, a
comparison and the open data say the same. What the words mean is told on the page
"How figures are read and shown".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.amounts import NUMBER
from generator.core.periods import Form, Period, format_period
from generator.core.words import Basis, Certainty, Measure, Quality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.amounts import Unit
    from generator.core.scalars import Lines

SILENT = "The document does not say."
LOST = "This could not be read from the file."

BASES = {
    Basis.IN_YEAR: "counted in that year alone",
    Basis.FULL_YEAR: "what a full year brings",
    Basis.RECURRING: "again every year",
    Basis.INCREMENT: "on top of the year before",
    Basis.CUMULATIVE: "all years so far together",
    Basis.OVER_THE_PLAN: "over the whole plan",
    Basis.ONE_OFF: "once",
}
CERTAINTIES = {
    Certainty.TARGET: "a target",
    Certainty.ESTIMATE: "an estimate",
    Certainty.AGREED: "agreed, says the document",
    Certainty.DELIVERED: "delivered, says the document",
    Certainty.CONDITIONAL: "only if something else happens",
}
_SCALES = {1_000: "thousands of pounds", 1_000_000: "millions of pounds"}


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """The text as a sentence: with a capital letter, and a full stop where nothing ends it."""
    text = sentence(text.strip())
    return text if text.endswith((".", "!", "?", ":")) or not text else f"{text}."


def count(number: int, one: str, many: str = "") -> str:
    """``no risks``, ``1 risk``, ``6 risks``."""
    if number == 1:
        return f"1 {one}"
    return f"{f'{number:,}' if number else 'no'} {many or f'{one}s'}"


def joined(words: Iterable[str]) -> str:
    """``a, b and c``."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last


def opening(text: str, most: int = 180) -> str:
    """The first sentences of a text, `most` characters at the most, never cut within a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    ends = [at + 1 for at in range(most) if text[at] in ".;" and text[at + 1] == " "]
    if ends:
        return text[: ends[-1]].rstrip(";") + ("" if text[ends[-1] - 1] == "." else " …")
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',')} …"


def place(lines: Lines | None) -> str:
    """``line 715`` or ``lines 2112 to 2126`` of the text copy; empty where none is known."""
    if lines is None:
        return ""
    one = lines.first == lines.last
    return f"line {lines.first}" if one else f"lines {lines.first} to {lines.last}"


def measured(measure: Measure | None, qualities: Sequence[Quality]) -> str:
    """What a figure measures: ``gross, cashable saving``."""
    words = [*(quality.value for quality in qualities)]
    if measure is None:
        return ", ".join(words)
    return f"{', '.join(words)} {measure.value}".strip()


def period_words(period: Period | None) -> str:
    """``2016/17``, with the print beside it where that is damaged; or ``not stated``."""
    if period is None:
        return "not stated"
    if period.reading is None:
        return format_period(period)
    meant = format_period(period.reading)
    return f"{meant} (printed “{period.printed}”: {period.reading_reason})"


def in_period(period: Period) -> str:
    """``in 2016/17``, ``from 2014/15 to 2016/17``, ``over 3 years``, ``each year``."""
    words, form = period_words(period), period.meant.form
    if form in (Form.ONGOING, Form.EACH_YEAR, Form.UNREADABLE):
        return words
    prefix = {Form.SPAN: "from", Form.DURATION: "over", Form.DAY: "on"}.get(form, "in")
    return f"{prefix} {words}"


def unit_words(unit: Unit) -> str:
    """``£``, ``thousands of pounds (£k)``, ``days``, ``plain numbers``."""
    if unit == NUMBER:
        return "plain numbers"
    scale = _SCALES.get(unit.scale)
    return f"{scale} ({unit.label})" if scale else unit.label


def basis_words(basis: Basis | None) -> str:
    """The word of the list, as it stands in a table."""
    return (basis or Basis.NOT_STATED).value
