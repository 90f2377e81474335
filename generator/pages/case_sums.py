"""What lists say of the sums of one case: how they came out, what was found, what is unchecked.

Worked out once for each case and kept, so that no list has to audit a case again or to read its
file. Addresses begin at the site's root; a page makes its own links of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.core.naming import describe
from generator.pages.addresses import case_address
from generator.pages.levels import Tally, tally
from generator.pages.phrases import count, plural, sentence
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.audit.audit import Audit
    from generator.audit.findings import Level
    from generator.core.case import Case
    from generator.core.naming import Described


# Of one case, how its sums came out, in the order of ``Tally``, then how many figures it prints
# and how many of those take part in no check. Nothing is quicker to keep and to add up.
Counts = tuple[int, ...]
OUTCOMES = ("agree", "rounding", "open", "reading", "differ")


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseSums:
    """The sums of a case, for a list that shows it.

    Attributes:
        url: where its page says so, from the site's root.
        about: its council and plan.
        figures: how many figures it prints.
        untested: those of them that take part in no check, by the title of their table.
    """

    title: str
    url: str
    about: str
    tally: Tally
    figures: int
    untested: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def unchecked(self) -> int:
        """How many figures take part in no check."""
        return sum(len(figures) for _, figures in self.untested)


def case_sums(case: Case, shelf: Shelf) -> CaseSums:
    """The sums of a case, for lists."""
    audit, at = shelf.audit(str(case.id)), case_address(case.id)
    return CaseSums(
        title=title_of(case),
        url=f"{at}#sums",
        about=f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
        tally=tally([audit]),
        figures=len(audit.figures),
        untested=tuple(
            (title, tuple(sentence(figure.text) for figure in those))
            for title, those in untested_figures(case, audit)
        ),
    )


def sums_counts(case: Case, shelf: Shelf) -> Counts:
    """The numbers alone, for who adds them up."""
    audit = shelf.audit(str(case.id))
    came_out = tally([audit])
    outcomes = (getattr(came_out, name) for name in OUTCOMES)
    return (*outcomes, len(audit.figures), len(audit.untested))


def together(paths: Iterable[str], shelf: Shelf) -> tuple[Tally, int, int]:
    """How the sums of all these cases came out, their figures, and those without a check."""
    return shelf.once(_together, tuple(paths))


def _together(shelf: Shelf, paths: tuple[str, ...]) -> tuple[Tally, int, int]:
    counts = zip(*(shelf.kept(sums_counts, path) for path in paths), strict=True)
    sums = [sum(each) for each in counts] or [0] * (len(OUTCOMES) + 2)
    *outcomes, figures, unchecked = sums
    return Tally(**dict(zip(OUTCOMES, outcomes, strict=True))), figures, unchecked


def levels_found(case: Case, shelf: Shelf) -> tuple[tuple[str, Level], ...]:
    """The check and the level of each finding on a case, for who only counts them."""
    return tuple((finding.code, finding.level) for finding in shelf.audit(str(case.id)).findings)


def untested_words(unchecked: int, figures: int) -> str:
    """``3 of 20 printed figures take part in no check``."""
    of = count(figures, "printed figure")
    if not figures:
        return "No figure is printed"
    if not unchecked:
        return f"{plural(figures, f'The {of} takes', f'All {of} take')} part in a check"
    return f"{unchecked:,} of {of} {plural(unchecked, 'takes', 'take')} part in no check"


def untested_figures(case: Case, audit: Audit) -> list[tuple[str, list[Described]]]:
    """The figures that take part in no check, by the title of their table."""
    described = [describe(case, name) for name in audit.untested]
    return [(title, list(those)) for title, those in groupby(described, lambda one: one.within)]
