"""The page on how a case changed: what a scrutiny member reads first, then version by version.

The latest version stands first, each with what changed since the one before in sentences, ranked
by what matters to a decision. What was only edited in the register's file is told apart from what
a paper printed, and where the history is not whole, or something was removed, the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.changes.over_time import restates
from generator.changes.reasons import alarms
from generator.changes.sentences import what_changed
from generator.history.redact import with_values
from generator.pages.addresses import (
    FOLLOW,
    Ref,
    case_address,
    case_feed,
    history_address,
    link,
    step_address,
)
from generator.pages.connections import case_ref, followed_anchor, followed_cases
from generator.pages.history_changes import (
    NOTHING,
    ChangeGroup,
    change_groups,
    without_reason,
)
from generator.pages.history_entries import (
    VersionEntry,
    entries,
    removed_words,
    step_title,
    steps,
)
from generator.pages.history_names import (
    NOT_SHOWN,
    headline_within,
    paper,
    papers,
    version_name,
    version_number,
)
from generator.pages.history_strip import StripRow, strip
from generator.pages.phrases import PART_OF_HISTORY, sentence
from generator.pages.shelf import title_of
from generator.pages.version_chart import version_chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.history.versions import Past, Version
    from generator.pages.chart_view import ChartView
    from generator.pages.shelf import Shelf

UNKNOWN = (
    "How this case changed is not known here: the register was read from a folder that has no "
    "history."
)
UNREAD = (
    "How this case changed is not known here: git could not read the history of the register’s "
    "folder. Who looks after the register can run “git status” there; it names what is wrong, as a "
    "line of .git/config, and once that is mended the history is back with the next build."
)
INCOMPLETE = f"{PART_OF_HISTORY}, so there may be earlier versions."
TWO_CASES = (
    "These are two different cases, of two plans. “Now” and “added” are said of the case on this "
    "page, “was” and “removed” of the one that it follows."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowedView:
    """This case beside one of an earlier plan that it follows."""

    id: str
    what: Ref
    groups: tuple[ChangeGroup, ...]
    same: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A version that can be chosen for a comparison: its digits, and what it is called."""

    value: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryView:
    """The page.

    Attributes:
        lede: how many versions, from when to when.
        money: what the first and the last of them print as the headline.
        notices: what is missing or was removed.
        alarms: what only several versions together tell, each a sentence.
        strip: headline and risks over the versions; empty where one paper is all there is and
            both stayed as they were.
        chart: the headline over the versions, where it moved and can be drawn.
        entries: the latest version first.
        prepared: sheets that compare versions, for who has no script.
        choices: what can be compared with the script.
    """

    case: Ref
    about: str
    lede: str
    money: tuple[str, ...]
    notices: tuple[str, ...]
    alarms: tuple[str, ...]
    strip: tuple[StripRow, ...]
    chart: ChartView | None
    entries: tuple[VersionEntry, ...]
    prepared: tuple[Ref, ...]
    choices: tuple[Choice, ...]
    followed: tuple[FollowedView, ...]
    feed: Ref
    two_cases: str = TWO_CASES


def history_view(case: Case, past: Past, shelf: Shelf) -> HistoryView:
    """The page on a case."""
    here, path = history_address(case.id), str(case.id)
    several = len(past.versions) > 1
    rows = strip(past.versions, path, here) if several else ()
    moved = len({(row.amount, row.about, row.risks) for row in rows}) > 1
    return HistoryView(
        case=Ref(text=title_of(case), url=link(case_address(case.id), here)),
        about=f"{shelf.council_name(case.id.council)} {case.id.plan_year}",
        lede=_lede(past),
        money=tuple(_money(past)) if several else (),
        notices=tuple(_notices(past)),
        alarms=tuple(_alarms(past)),
        strip=rows if moved or len(papers(past)) > 1 else (),
        chart=version_chart(past.versions, shelf.draw) if several else None,
        entries=tuple(entries(past, path, here, shelf)) if past.known else (),
        prepared=tuple(prepared(past, path, here)),
        choices=tuple(_choices(past)) if several else (),
        followed=tuple(_followed(case, shelf, here)),
        feed=Ref(text=FOLLOW, url=link(case_feed(path), here)),
    )


def prepared(past: Past, path: str, here: str) -> Iterator[Ref]:
    """A link to the sheet of each step."""
    for before, after in steps(past):
        url = link(step_address(path, before.read.state.blob, after.read.state.blob), here)
        yield Ref(text=step_title(before, after), url=url)


def _lede(past: Past) -> str:
    known = papers(past)
    if not known or not past.known:
        return UNREAD if past.unread else UNKNOWN
    edited = " The register’s own file was edited since." if past.versions[-1].edited else ""
    if len(known) == 1:
        return f"One version of this case is known: {paper(known[0].read)}.{edited}"
    ends = (known[0].read, known[-1].read)
    first, last = (NOT_SHOWN if one.withheld else f"the {paper(one)}" for one in ends)
    both = f"The first is {first}; the latest, {last}."
    return f"{len(known)} versions of this case are known. {both}{edited}"


def _money(past: Past) -> Iterator[str]:
    """What the first and the latest version print; neither is said to be the other's change."""
    shown = [version for version in past.versions if not version.read.withheld]
    prints = [(version, headline_within(version.read)) for version in shown]
    if len({text for _, text in prints}) == 1:
        if len(papers(past)) > 1 and not any(one.read.lacks("headline") for one in past.versions):
            yield f"The headline is the same in all of them: {prints[0][1]}."
        return
    printed = [one for one in prints if not one[0].edited]
    for version, text in dict.fromkeys((*printed[:1], *printed[-1:], *prints[-1:])):
        if not version.edited or text != printed[-1][1]:
            told = " prints" if version.read.case.headline else ""
            yield f"{_who(version)}{told}: {text}."


def _who(version: Version) -> str:
    read = version.read
    restated = not version.edited and restates(read.case)
    return sentence(f"the {paper(read)}" if restated else version_number(version))


def _notices(past: Past) -> Iterator[str]:
    if past.known and not past.complete:
        yield INCOMPLETE
    found = (removed for read in past.reads for removed in read.removed)
    yield from dict.fromkeys(map(removed_words, found))


def _alarms(past: Past) -> Iterator[str]:
    """What the versions tell together; the last paper is taken as the register reads it now."""
    versions = [*papers(past)[:-1], *past.versions[-1:]]
    if len(versions) > 1:
        times = (one.read.state.time for one in versions)
        days = [time.date() if time else None for time in times]
        yield from (one.text for one in alarms([one.read.case for one in versions], days))


def _choices(past: Past) -> Iterator[Choice]:
    for version in past.versions:
        yield Choice(value=str(version.number), text=version_name(version))


def _followed(case: Case, shelf: Shelf, here: str) -> Iterator[FollowedView]:
    for number, other in enumerate(followed_cases(case, shelf), 1):
        found = what_changed(with_values(other, id=case.id), with_values(case), shelf.cases)
        groups = change_groups(without_reason(found))
        yield FollowedView(
            id=followed_anchor(number),
            what=case_ref(other.id, here, shelf),
            groups=groups,
            same="" if groups else NOTHING,
        )
