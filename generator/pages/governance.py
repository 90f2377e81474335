"""How a council decides, in words: as far as the register knows it, and for the time in question.

Which body decides on a business case follows from how the council is governed. Where the
register does not know that, nothing is claimed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.core.period_format import format_day
from generator.core.words import Governance
from generator.pages.phrases import sentence

if TYPE_CHECKING:
    from generator.core.councils import Council, GovernanceSpell

NOT_KNOWN = "The register does not know how this council decided at the time."
# No more than the names of the forms say; what a council's own rules add is not known here.
WHO = {
    Governance.COMMITTEES: "committees of councillors decide",
    Governance.CABINET: "the leader and a cabinet of councillors decide",
    Governance.MAYOR: "an elected mayor decides",
}


def who_decides_in(council: Council | None, year_folder: str) -> str:
    """Who decides under the plan of a year, as a sentence or two."""
    first, last = _days(year_folder)
    spells = council.governance if council else ()
    then = [
        spell
        for spell in spells
        if (spell.starts is None or spell.starts <= last)
        and (spell.ends is None or spell.ends >= first)
    ]
    said = (f"{sentence(governance_words(spell))}: {WHO[spell.system]}." for spell in then)
    return " ".join(said) or NOT_KNOWN


def governance_words(spell: GovernanceSpell) -> str:
    """``committee system, since 1 May 2014``."""
    when = spell_words(spell.starts, spell.ends)
    return f"{spell.system.value}{f', {when}' if when else ''}"


def spell_words(starts: date | None, ends: date | None) -> str:
    """From when to when, as far as it is known; else empty."""
    if starts and ends:
        return f"from {format_day(starts)} to {format_day(ends)}"
    if starts:
        return f"since {format_day(starts)}"
    return f"until {format_day(ends)}" if ends else ""


def _days(year_folder: str) -> tuple[date, date]:
    """The first and the last day of a financial year named as in ``2018-19``."""
    year = int(year_folder[:4])
    return date(year, 4, 1), date(year + 1, 3, 31)
