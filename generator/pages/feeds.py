"""What happened to cases as feeds: of the register, of each council, committee and case.

Whoever follows a committee hears of its cases and of no others. An entry is a version of a case,
or that it came or went; an edit of the register's own file is called one. What is not committed
yet has no time, and so is in no feed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.pages.addresses import (
    CHANGES,
    REGISTER_FEED,
    case_feed,
    committee_feed,
    council_address,
    council_feed,
)
from generator.pages.atom import Entry, Feed, atom, newest
from generator.pages.changed import (
    HIDDEN,
    Followed,
    followed,
    followed_here,
    gone_cases,
    withdrawn_case,
)
from generator.pages.history_changes import NOTHING
from generator.pages.phrases import count
from generator.pages.steps import CaseSteps, Lines, Turn, case_steps, turns_with_lines
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.core.case import Case
    from generator.pages.shelf import Shelf

GONE = "feeds of cases that are gone"


def feed_makers(shelf: Shelf) -> dict[str, Callable[[Shelf], Iterator[Asset]]]:
    """What makes the feeds of the register, of each council, and of cases that are gone."""
    councils = {council_feed(one): partial(_council_feeds, one) for one in shelf.folders()}
    return {REGISTER_FEED: _register_feed, **councils, GONE: _feeds_of_gone}


def case_feed_file(case: Case, shelf: Shelf) -> Asset:
    """The feed of one case."""
    return feed_of_case(Followed(steps=case_steps(case, shelf)), shelf)


def feed_of_case(case: Followed, shelf: Shelf, *, at: str = "") -> Asset:
    """The same of any case with a past; `at` is an address at which it stood earlier."""
    steps = case.steps
    feed = Feed(
        name=f"case {_first_path(steps)}",
        title=f"What changed: {steps.title}, {_plan(steps, shelf)}",
        subtitle="Every version of this business case in the register.",
        address=case_feed(steps.path),
        page=steps.page if case.is_gone else steps.url,
        empty=_empty(shelf),
        entries=tuple(entries(case, shelf)),
    )
    file = _file(feed, shelf)
    return replace(file, address=at) if at else file


def entries(case: Followed, shelf: Shelf) -> Iterator[Entry]:
    """What happened to a case, as far as it is committed."""
    steps, plan = case.steps, _plan(case.steps, shelf)
    times = Counter[str]()
    for turn, lines in turns_with_lines(steps):
        point = steps.points[turn.point]
        if point.time is not None:
            earlier = steps.points[turn.before].blob if turn.before is not None else ""
            name = f"{_first_path(steps)} {earlier} {point.blob}"
            times[name] += 1
            yield Entry(
                name=f"{name} {times[name]}" if times[name] > 1 else name,
                title=f"{_happened(turn)}: {steps.title}, {plan}",
                updated=point.time,
                address=steps.page if case.is_gone else steps.url,
                said=_said(turn, lines, hidden=not point.shown),
            )
    if case.went is not None:
        yield Entry(
            name=f"{_first_path(steps)} withdrawn {case.went.isoformat()}",
            title=f"Withdrawn from the register: {steps.title}, {plan}",
            updated=case.went,
            address=steps.page,
            said=("This case is no longer in the register.",),
        )


def _register_feed(shelf: Shelf) -> Iterator[Asset]:
    feed = Feed(
        name="register",
        title="What changed in this register",
        subtitle="New cases, new versions of cases, and what was withdrawn.",
        address=REGISTER_FEED,
        page=CHANGES,
        empty=_empty(shelf),
        entries=_of(followed(shelf), shelf),
    )
    yield _file(feed, shelf)


def _council_feeds(folder: str, shelf: Shelf) -> Iterator[Asset]:
    """The feed of a council, and of each committee that its papers name, in whichever plan."""
    cases = followed_here(folder, shelf)
    name = shelf.council_name(folder)
    feed = Feed(
        name=f"council {folder}",
        title=f"What changed: {name}",
        subtitle=f"The business cases of {name} in this register.",
        address=council_feed(folder),
        page=council_address(folder),
        empty=_empty(shelf),
        entries=_of(cases, shelf),
    )
    yield _file(feed, shelf)
    by_committee: dict[str, list[Followed]] = defaultdict(list)
    for case in cases:
        if case.steps.committee_key:
            by_committee[case.steps.committee_key].append(case)
    for slug, same in sorted(by_committee.items()):
        committee = same[0].steps.committee
        of = replace(
            feed,
            name=f"committee {folder} {slug}",
            title=f"What changed: {committee}, {name}",
            subtitle=f"The business cases that papers of {name} list under this committee.",
            address=committee_feed(folder, slug),
            entries=_of(same, shelf),
        )
        yield _file(of, shelf)


def _feeds_of_gone(shelf: Shelf) -> Iterator[Asset]:
    """At the address of a case that moved the feed it has now, and the last of one that went."""
    for gone in gone_cases(shelf):
        steps = shelf.kept(case_steps, gone.became) if gone.became else None
        case = Followed(steps=steps) if steps else withdrawn_case(gone, shelf)
        yield feed_of_case(case, shelf, at=case_feed(gone.path))


def _of(cases: Iterable[Followed], shelf: Shelf) -> tuple[Entry, ...]:
    return tuple(newest(entry for case in cases for entry in entries(case, shelf)))


def _file(feed: Feed, shelf: Shelf) -> Asset:
    return Asset(address=feed.address, body=atom(feed, shelf.published.url, shelf.published.author))


def _happened(turn: Turn) -> str:
    if turn.before is None:
        return "New in the register"
    return "The register’s file was edited" if turn.edited else turn.name


def _said(turn: Turn, lines: Lines, *, hidden: bool) -> tuple[str, ...]:
    if turn.before is None:
        return ("This case is new in the register.",)
    if hidden:
        return (HIDDEN,)
    more = f"{count(lines.more, 'further change')}." if lines.more else ""
    return tuple(filter(None, [*(line.text for line in lines.lines), more])) or (NOTHING,)


def _plan(steps: CaseSteps, shelf: Shelf) -> str:
    folder, year, _ = steps.path.split("/")
    return f"{shelf.council_name(folder)} {plan_year_of(year)}"


def _first_path(steps: CaseSteps) -> str:
    """Where the case stood first: its name for good, wherever it moves to."""
    return steps.points[0].path if steps.points else steps.path


def _empty(shelf: Shelf) -> datetime:
    return datetime.combine(shelf.as_at, time.min, tzinfo=UTC)
