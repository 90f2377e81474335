"""What changed in the register between two moments: by council, plan and committee, to print.

A member who was at the last meeting and goes to the next wants one sheet: what came, what changed
and what went since, money and decisions first, and what that does to the totals. The sheet says
what the register holds; it never says that a council did what only the register's file shows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.core.adding_up import add_up
from generator.core.identity import plan_year_of
from generator.core.period_format import format_day
from generator.history.between import What
from generator.history.moments import Mark, is_end
from generator.pages.addresses import CHANGES, Ref, link, plan_address
from generator.pages.changed import GIVEN, HIDDEN, Followed, Happening
from generator.pages.committees import UNNAMED
from generator.pages.effects import Effect, dropped, effects
from generator.pages.phrases import count, sentence
from generator.pages.sheets import INCOMPLETE, ORDER, Sheet, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pages.shelf import Shelf

MOST_CASES = 200  # of one plan on one sheet
MOST_OPEN = 6  # sentences of a case that are seen at once
FIRST = {Topic.MONEY.value, Topic.DECISION.value}  # what is seen at once
RESTATED = (
    "Where one pack of papers prints a thing twice, the headline is now that of its summary. The "
    "council changed nothing by that, and neither print replaces the other."
)
EDITS_ALONE = (
    "No new version of a paper came in between: these totals differ because the register’s own "
    "files were edited. That alone does not mean that the council changed its plans."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """A case on a sheet.

    Attributes:
        did: Added, Changed, Withdrawn.
        about: its headline, where it came or went.
        remark: which version came, or that none did; and the reason given.
        shown: the sentences on money and decisions, or else the first.
        folded: the others; `folded_title` says how many.
    """

    did: str
    what: Ref
    about: str
    remark: str
    shown: tuple[str, ...]
    folded: tuple[str, ...]
    folded_title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CommitteePart:
    """The cases of a committee; `title` is empty where the plan's papers name none at all."""

    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPart:
    """The cases of one council's plan.

    Attributes:
        effects: what that does to the totals; `note` says what to mind.
        dropped: the cases that are in a total no more, though they are still there, and why.
        more: that there are more cases than the sheet lists; else empty.
    """

    id: str
    plan: Ref
    scope: str
    effects: tuple[Effect, ...]
    dropped: tuple[str, ...]
    note: str
    committees: tuple[CommitteePart, ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetView:
    """What changed between two moments."""

    title: str
    scope: str
    about: str
    notices: tuple[str, ...]
    plans: tuple[PlanPart, ...]
    changes: Ref


def sheet_view(sheet: Sheet, cases: Sequence[Followed], shelf: Shelf) -> SheetView:
    """One sheet."""
    by_plan: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in sheet.happenings:
        council, year, _ = one.steps.path.split("/")
        by_plan[council, year].append(one)
    named = sorted(by_plan, key=lambda plan: plan[1], reverse=True)
    in_order = sorted(named, key=lambda plan: shelf.council_name(plan[0]))
    complete = shelf.chronicle().complete
    return SheetView(
        title=sheet.title,
        scope=sheet.scope,
        about=_between(sheet, shelf),
        notices=() if complete else (INCOMPLETE,),
        plans=tuple(_plan(plan, by_plan[plan], sheet, cases, shelf) for plan in in_order),
        changes=Ref(text="What changed at other times", url=link(CHANGES, sheet.address)),
    )


WHOSE_DAYS = "Days are those on which something came into this register, not those of the papers."


def _between(sheet: Sheet, shelf: Shelf) -> str:
    earlier, later = (_stood(mark, shelf) for mark in (sheet.earlier, sheet.later))
    held = f"The register {earlier}, held against the register {later}."
    if sheet.earlier.at and sheet.later.at and earlier == later:
        day = format_day(sheet.later.at.date())
        held = f"The register at two moments of {day}, one held against the other."
    return f"{held} {WHOSE_DAYS}"


def _stood(mark: Mark, shelf: Shelf) -> str:
    """``as it stood at the end of 20 February 2018``, or at a moment within a day."""
    if mark.at is None:
        return f"as it stands on {format_day(shelf.as_at)}"
    when = "at the end of" if is_end(mark.at) else "on"
    return f"as it stood {when} {format_day(mark.at.date())}"


def _plan(
    plan: tuple[str, str],
    happenings: Sequence[Happening],
    sheet: Sheet,
    cases: Sequence[Followed],
    shelf: Shelf,
) -> PlanPart:
    folder, year = plan
    address = plan_address(folder, year)
    of_plan = [case for case in cases if case.steps.path.startswith(f"{folder}/{year}/")]
    then, now = (
        add_up(case.steps.light(at).amount for case in of_plan if (at := case.at(mark)) >= 0)
        for mark in (sheet.earlier, sheet.later)
    )
    name = f"{shelf.council_name(folder)}: plan for {plan_year_of(year)}"
    url = link(address, sheet.address) if address in shelf.addresses else ""
    more = len(happenings) - MOST_CASES
    return PlanPart(
        id=f"{folder}-{year}",
        plan=Ref(text=name, url=url),
        scope=scope_of(happenings),
        effects=effects(then, now),
        dropped=dropped(then, now),
        note=_note(happenings),
        committees=tuple(_committees(happenings[:MOST_CASES], sheet.address)),
        more=f"{sentence(count(more, 'further case'))} not listed here." if more > 0 else "",
    )


def _note(happenings: Sequence[Happening]) -> str:
    """What to mind of the effect on totals."""
    if all(one.edited for one in happenings):
        return EDITS_ALONE
    return RESTATED if any(one.restated for one in happenings) else ""


def _committees(happenings: Iterable[Happening], here: str) -> Iterator[CommitteePart]:
    """The cases by committee, those without one last."""
    found: dict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        found[one.steps.committee_key].append(one)
    for key in sorted(found, key=lambda key: (not key, key)):
        title = found[key][0].steps.committee if key else UNNAMED if len(found) > 1 else ""
        items = sorted(found[key], key=lambda one: (ORDER.index(one.what), one.steps.title))
        yield CommitteePart(title=title, items=tuple(_item(one, here) for one in items))


def _item(one: Happening, here: str) -> ItemView:
    lines = tuple(line for line in one.lines.lines if not line.text.startswith(GIVEN))
    first = [line.text for line in lines if line.topic in FIRST] or [line.text for line in lines]
    shown = first[:MOST_OPEN]
    folded = [line.text for line in lines if line.text not in shown]
    hidden = one.what is What.CHANGED and not lines
    more = len(folded) + one.lines.more
    if one.lines.more:
        folded.append(f"{sentence(count(one.lines.more, 'further change'))}: see the case.")
    url = one.steps.url if one.what is What.CHANGED else one.steps.page
    return ItemView(
        did=sentence(one.what.value),
        what=Ref(text=one.steps.title, url=link(url, here)),
        about=_headline(one),
        remark=one.remark,
        shown=(HIDDEN,) if hidden else tuple(shown),
        folded=tuple(folded),
        folded_title=sentence(count(more, "further change")) if folded else "",
    )


def _headline(one: Happening) -> str:
    """The headline of a case that came or went."""
    if one.what is What.CHANGED:
        return ""
    at = one.after if one.what is What.ADDED else one.before
    return sentence(one.steps.light(at).headline) if one.steps.points[at].shown else ""
