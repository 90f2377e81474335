"""Turns of phrase that every layer shares, so that one thing is said in one way everywhere.

A figure is never shown without what it measures, its period and its basis. They are put
into words here and nowhere else: pages, findings, changes and the open data say the same.
What the words mean is told on the page "How figures are read and shown".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.money_format import format_amount
from generator.core.period_format import format_period
from generator.core.period_forms import Form
from generator.core.words import Basis, Nature

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.councils import Population
    from generator.core.deciding import Decision
    from generator.core.period_forms import Period
    from generator.core.words import Measure, Quality

BASES = {
    Basis.IN_YEAR: "as far as it falls in that year",
    Basis.FULL_YEAR: "what a full year brings",
    Basis.RECURRING: "again every year",
    Basis.INCREMENT: "on top of the year before",
    Basis.CUMULATIVE: "all years so far together",
    Basis.OVER_THE_PLAN: "over the whole plan",
    Basis.ONE_OFF: "once",
}
NATURES = {
    Nature.INCOME: "income",
    Nature.PARTLY_INCOME: "partly income",
    Nature.OTHER_FUNDING: "money from another fund or body",
    Nature.PARTLY_OTHER_FUNDING: "partly money from another fund or body",
    Nature.INCOME_GIVEN_UP: "a replacement for income given up",
}
STATES = {
    "blank": "left blank in the document",
    "tbc": "to be confirmed",
    "n/a": "not applicable",
    "expected": "expected",
}


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


def plural(number: int, one: str, many: str) -> str:
    """The verb or the phrase that goes with a number: ``says`` of 1, ``say`` of others."""
    return one if number == 1 else many


def several(thing: str) -> str:
    """More than one of a thing: ``business cases``, ``project summaries``."""
    return f"{thing.removesuffix('y')}ies" if thing.endswith("y") else f"{thing}s"


def joined(words: Iterable[str]) -> str:
    """``a, b and c``."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last


def measured(measure: Measure | None, qualities: Sequence[Quality]) -> str:
    """What a figure measures: ``gross, cashable saving``; a ``net benefit`` is net by its name."""
    name = measure.value if measure else ""
    own = (quality.value for quality in qualities if not name.startswith(f"{quality.value} "))
    words = ", ".join(own)
    return f"{words} {name}".strip()


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


def people_words(population: Population) -> str:
    """How many people live in an area, and when: ``650,000 people in 2018``."""
    when = f" {in_period(population.year)}" if population.year else ""
    return f"{format_amount(population.people)}{when}"


def state_words(state: str | None) -> str:
    """What a document has in place of a name or a date: ``left blank in the document``."""
    return STATES.get((state or "").lower(), state or "")


def step_words(step: Decision) -> str:
    """A decision in a sentence: ``Cabinet, 9 February 2016: briefing (expected)``."""
    state = state_words(step.state)
    who_and_when = [step.body or "", period_words(step.date) if step.date else ""]
    what = [step.stage or "", step.outcome or ""]
    head = ", ".join(filter(None, who_and_when))
    said = ": ".join(filter(None, [head, "; ".join(filter(None, what))]))
    return ended(f"{said} ({state})" if state else said)
