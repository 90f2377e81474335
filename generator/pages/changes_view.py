"""What changed in the register between two moments: by council, plan and committee, to print.

A member who was at the last meeting and goes to the next wants one sheet: what came, what changed
and what went since, money and decisions first, and what that does to the totals. The sheet says
what the register holds; it never says that a council did what only the register's file shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.core.adding_up import add_up
from generator.core.period_format import format_day
from generator.history.between import What
from generator.history.moments import Mark, Marks, is_end, marks_of
from generator.pages.addresses import (
    CHANGES,
    DATA,
    REGISTER_FEED,
    Ref,
    changes_address,
    council_feed,
    link,
    plan_address,
)
from generator.pages.changed import GIVEN, Followed, Happening, happened
from generator.pages.committees import UNNAMED
from generator.pages.effects import Effect, dropped, effects
from generator.pages.phrases import count, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pages.shelf import Shelf

MOST_CASES = 200  # of one plan on one sheet
MOST_OPEN = 6  # sentences of a case that are seen at once
ORDER = (What.CHANGED, What.ADDED, What.WITHDRAWN)
FIRST = {Topic.MONEY.value, Topic.DECISION.value}  # what is seen at once
UNKNOWN = "What changed is not known here: the register was read from a folder that has no history."
INCOMPLETE = (
    "The history is incomplete. This site was made from a copy of the register that holds its "
    "latest part only, so earlier changes are missing."
)
ONE_DAY = "The register has changed on one day only so far, so there is nothing to compare yet."
NOTHING = "Nothing that a case says changed in between."
RESTATED = (
    "Where one pack of papers prints a thing twice, the headline is now that of its summary. The "
    "council changed nothing by that, and neither print replaces the other."
)
EDITS_ALONE = (
    "No new version of a paper came in between: these totals differ because the register’s own "
    "files were edited. That alone does not mean that the council changed its plans."
)
HIDDEN = "What changed here is not shown, because a version was removed."


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRef:
    """A sheet, and what is on it in short."""

    what: Ref
    scope: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesView:
    """The page that leads to the sheets.

    Attributes:
        about: between which moments the register is compared.
        notices: what is missing, and why.
        sheets: each moment against the one before, the latest first.
        whole: the first against the latest, where there are more than two moments.
        feeds: of the register and of each council.
    """

    scope: str
    about: str
    notices: tuple[str, ...]
    sheets: tuple[SheetRef, ...]
    whole: tuple[SheetRef, ...]
    feeds: tuple[Ref, ...]
    data: Ref


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Two moments and what became of each case between them."""

    earlier: Mark
    later: Mark
    happenings: tuple[Happening, ...]

    @property
    def address(self) -> str:
        """Of its page."""
        return changes_address(self.earlier.key, self.later.key)

    @property
    def title(self) -> str:
        """What it is called."""
        return f"What changed between {self.earlier.title} and {self.later.title}"

    @property
    def scope(self) -> str:
        """``3 cases changed, 1 case added``."""
        return scope_of(self.happenings)


def register_marks(shelf: Shelf) -> Marks:
    """The moments between which the register is compared."""
    history = shelf.chronicle()
    moments = dict(shelf.register.moments)
    return marks_of(moments, history.tags, history.commits, shelf.as_at)


def sheets(marks: Marks, cases: Sequence[Followed], shelf: Shelf) -> tuple[Sheet, ...]:
    """Every sheet, in the order of ``Marks.pairs``."""
    pairs = ((marks.marks[one], marks.marks[other]) for one, other in marks.pairs)
    return tuple(
        Sheet(earlier=one, later=other, happenings=(*happened(cases, one, other, shelf),))
        for one, other in pairs
    )


def scope_of(happenings: Iterable[Happening]) -> str:
    """How many cases came, changed and went, as a sentence."""
    numbers = Counter(one.what for one in happenings)
    said = [f"{count(numbers[what], 'case')} {what}" for what in ORDER if numbers[what]]
    return f"{sentence(joined(said))}." if said else NOTHING


def changes_view(marks: Marks, made: Sequence[Sheet], shelf: Shelf) -> ChangesView:
    """The page that leads to the sheets."""
    refs = [
        SheetRef(what=Ref(text=one.title, url=link(one.address, CHANGES)), scope=one.scope)
        for one in made
    ]  # fmt: skip
    steps = refs[: len(marks.marks) - 1] if marks.marks else []
    register = Ref(text="The whole register", url=link(REGISTER_FEED, CHANGES))
    councils = (
        Ref(text=shelf.council_name(folder), url=link(council_feed(folder), CHANGES))
        for folder in shelf.folders()
    )
    return ChangesView(
        scope=made[-1].scope if made else "",
        about=_about(marks),
        notices=tuple(_notices(marks, shelf)),
        sheets=tuple(reversed(steps)),
        whole=tuple(refs[len(steps) :]),
        feeds=(register, *councils),
        data=Ref(text="All changes as data", url=link(DATA, CHANGES)),
    )


def _about(marks: Marks) -> str:
    if not marks.marks:
        return ""
    if marks.named:
        return "The register is compared at the meetings and days that it names as milestones."
    return (
        "The register names no milestones, so it is compared at the end of each of the last days "
        "on which a case in it changed."
    )


def _notices(marks: Marks, shelf: Shelf) -> Iterator[str]:
    history = shelf.chronicle()
    if not history.known:
        yield UNKNOWN
    elif not history.complete:
        yield INCOMPLETE
    elif len(marks.marks) == 1 and not marks.named:
        yield ONE_DAY
    if marks.unknown:
        names = joined(f"“{title}”" for title in marks.unknown)
        yield f"Left out, because the history has no mark for it: {names}."


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


def _between(sheet: Sheet, shelf: Shelf) -> str:
    earlier, later = (_stood(mark, shelf) for mark in (sheet.earlier, sheet.later))
    return (
        f"The register {earlier}, held against the register {later}. Days are those on which "
        "something came into this register, not those of the papers."
    )


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
        add_up(case.steps.light(at).addend for case in of_plan if (at := case.at(mark)) >= 0)
        for mark in (sheet.earlier, sheet.later)
    )
    name = f"{shelf.council_name(folder)}: plan for {year.replace('-', '/')}"
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
