"""The page of a council's plan for a year, and that of a committee within it.

Councillors and those who write to them think in committees: which cases come before ours?
A paper often lists its cases under committees; where it names none, that is said. A case
stands on the page of the committee its own paper names, not of one that might deal with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.affected import affected
from generator.compare.risk_picture import risk_picture
from generator.compare.year import council_year
from generator.compare.year_steps import year_steps, year_strips
from generator.core.adding_up import within
from generator.pages.addresses import (
    FOLLOW,
    Ref,
    committee_address,
    committee_feed,
    committee_slug,
    council_address,
    link,
    people_address,
    plan_address,
    plan_file,
    questions_address,
    says_address,
    up,
)
from generator.pages.behind import Behind
from generator.pages.cards import Card, CardGroup, card, group
from generator.pages.case_sums import together
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.compared import in_year, wholes
from generator.pages.governance import who_decides_in
from generator.pages.origin import DocumentView, published
from generator.pages.people import PeopleView, people_sentences, people_view
from generator.pages.phrases import count, ended, sentence
from generator.pages.proposed import Proposed, proposed_in
from generator.pages.year_charts import steps_chart, steps_table, strips_chart, strips_table
from generator.pages.year_parts import (
    FewView,
    NewView,
    PartnerView,
    PartTable,
    few_view,
    new_view,
    part_tables,
    partner_view,
    theme_title,
)
from generator.pages.year_risks import RisksOfYear, risks_of_year
from generator.pages.year_says import SaysView, says_sentences, says_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compare.facts import Facts
    from generator.compare.year import CouncilYear, InYear
    from generator.pages.behind import Listed
    from generator.pages.shelf import Shelf

UNNAMED = "No committee named"
PARTS = {
    "proposed": "How much is proposed",
    "new": "How much is new",
    "parts": "What it is made of",
    "few": "A few large cases and many small ones",
    "partners": "What depends on a partner",
    "risks": "Risks",
    "people": "Who is affected",
    "says": "What the cases say and leave open",
    "decides": "Who decides",
    "sums": "Do the sums add up?",
}
UNNAMED_NOTE = "The papers do not say which committee these cases belong to."


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A council's plan for a year: its cases in order, and what comparing makes of them.

    Attributes:
        year_folder: as in ``2018-19``.
    """

    folder: str
    year_folder: str
    cases: tuple[InYear, ...]
    year: CouncilYear

    @property
    def facts(self) -> tuple[Facts, ...]:
        """What is kept of each case for comparison."""
        return tuple(case.facts for case in self.cases)

    @property
    def titles(self) -> dict[str, str]:
        """The title of each case, by its path."""
        return {facts.path: facts.title for facts in self.facts}


def plan_of(folder: str, year_folder: str, paths: Iterable[str], shelf: Shelf) -> Plan:
    """The plan of a council whose cases stand at these paths."""
    cases = in_year(paths, shelf)
    return Plan(
        folder=folder,
        year_folder=year_folder,
        cases=cases,
        year=council_year(cases, shelf.register.themes),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class YearView:
    """A council's plan for a year.

    Attributes:
        contents: the parts of the page.
        decides: who decides in this council, as a sentence.
        sums: how the sums of its cases came out.
        questions: the questions that arise, to print.
        steps: how the total comes about, drawn; `strips` the amounts by theme.
        new: what of it is new; `parts` is the same plan by committee, theme and measure.
        few: the few large cases and the many small ones, if there are many.
        says: what the cases say and leave open, in short; `says_page` tells it whole.
        people: who is affected in short; `people_page` tells it whole.
        groups: the cases by committee, those without one last.
        behind: the cases behind each number.
        csv: what each case counts for, as a file.
        up: the way to the site's root.
    """

    title: str
    scope: str
    council: Ref
    contents: tuple[Ref, ...]
    proposed: Proposed
    steps: ChartView | None
    strips: ChartView | None
    new: NewView
    parts: tuple[PartTable, ...]
    few: FewView | None
    partner: PartnerView
    risks: RisksOfYear
    people: tuple[str, ...]
    people_page: Ref
    says: tuple[str, ...]
    says_page: Ref
    decides: str
    sums: str
    questions: Ref
    groups: tuple[CardGroup, ...]
    behind: tuple[Listed, ...]
    csv: Ref
    sources: tuple[DocumentView, ...]
    up: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CommitteeView:
    """A committee's cases in one plan."""

    title: str
    scope: str
    council: Ref
    plan: Ref
    decides: str
    proposed: Proposed
    cards: tuple[Card, ...]
    sources: tuple[DocumentView, ...]
    up: str
    feed: Ref


def year_view(plan: Plan, shelf: Shelf) -> YearView:
    """The page of a plan."""
    folder, year, here = plan.folder, plan.year_folder, plan_address(plan.folder, plan.year_folder)
    behind, groups = Behind(plan.titles, here), tuple(_groups(plan, here, shelf))
    csv = link(plan_file(folder, year, "savings"), here)
    few = few_view(plan.year, behind)
    view = YearView(
        title=_title(plan, shelf),
        scope=f"{sentence(count(len(plan.cases), 'case'))} in this register.",
        council=Ref(text=_full_name(folder, shelf), url=link(council_address(folder), here)),
        contents=(),
        proposed=proposed_in(plan.year.whole, here),
        steps=_steps(plan, csv),
        strips=_strips(plan, csv, shelf),
        new=new_view(plan.year, behind),
        parts=tuple(part_tables(plan.year, behind, shelf, here)),
        few=few,
        partner=partner_view(plan.year, behind),
        risks=risks_of_year(risk_picture(plan.facts), behind),
        people=people_sentences(affected(plan.facts)),
        people_page=Ref(
            text="Who is affected, group by group", url=link(people_address(folder, year), here)
        ),
        says=says_sentences(plan.facts),
        says_page=Ref(
            text="What the cases say and leave open, mark by mark",
            url=link(says_address(folder, year), here),
        ),
        decides=who_decides_in(shelf.council(folder), year),
        sums=together((facts.path for facts in plan.facts), shelf)[0].text,
        questions=Ref(
            text="The questions that arise, to print",
            url=link(questions_address(folder, year), here),
        ),
        groups=groups,
        behind=(),
        csv=Ref(text="What each case counts for, as a file for spreadsheets (CSV)", url=csv),
        sources=_sources(plan.facts, shelf),
        up=up(here),
    )
    lists = behind.lists()
    return replace(view, behind=lists, contents=tuple(_contents(groups, few, lists)))


def people_page_view(plan: Plan, shelf: Shelf) -> PeopleView:
    """The page on who is affected by a plan."""
    here = people_address(plan.folder, plan.year_folder)
    return people_view(
        affected(plan.facts),
        plan.year.whole,
        Behind(plan.titles, here),
        plan=Ref(
            text=_title(plan, shelf), url=link(plan_address(plan.folder, plan.year_folder), here)
        ),
        csv=link(plan_file(plan.folder, plan.year_folder, "who-is-affected"), here),
    )


def says_page_view(plan: Plan, shelf: Shelf) -> SaysView:
    """The page on what the cases of a plan say and leave open."""
    here = says_address(plan.folder, plan.year_folder)
    return says_view(
        plan.facts,
        wholes(plan.facts, shelf),
        plan=Ref(
            text=_title(plan, shelf), url=link(plan_address(plan.folder, plan.year_folder), here)
        ),
        csv=link(plan_file(plan.folder, plan.year_folder, "what-they-say"), here),
        here=here,
    )


def committee_view(address: str, title: str, plan: Plan, shelf: Shelf) -> CommitteeView:
    """The page at `address` of a committee called `title`, whose cases in a plan these are."""
    folder, year = plan.folder, plan.year_folder
    same = next(facts for there, _, facts in by_committee(plan.facts) if there == address)
    paths = [facts.path for facts in same]
    plan_year = year.replace("-", "/")
    return CommitteeView(
        title=title,
        scope=f"{sentence(count(len(paths), 'case'))} in the plan for {plan_year}.",
        council=Ref(text=_full_name(folder, shelf), url=link(council_address(folder), address)),
        plan=Ref(text=f"Plan for {plan_year}", url=link(plan_address(folder, year), address)),
        decides=who_decides_in(shelf.council(folder), year),
        proposed=proposed_in(within(plan.year.whole, paths), address),
        cards=tuple(shelf.kept(card, path) for path in paths),
        sources=_sources(same, shelf),
        up=up(address),
        feed=Ref(
            text=FOLLOW,
            url=link(committee_feed(folder, committee_slug(same[0].committee)), address),
        ),
    )


def by_committee(cases: Iterable[Facts]) -> list[tuple[str, str, tuple[Facts, ...]]]:
    """Address, name and cases of each committee of a plan, by name; those without one last.

    The address is empty where the papers name no committee.
    """
    found: dict[str, list[Facts]] = {}
    for facts in cases:
        folder, year, _ = facts.path.split("/")
        address = committee_address(folder, year, facts.committee) or ""
        found.setdefault(address, []).append(facts)
    named = [
        (address, (same[0].committee or "") if address else UNNAMED, tuple(same))
        for address, same in found.items()
    ]
    return sorted(named, key=lambda one: (not one[0], one[1]))


def committee_refs(cases: Iterable[Facts], here: str) -> tuple[Ref, ...]:
    """The committees of a plan that have a page, each with the number of its cases."""
    return tuple(
        Ref(text=f"{title} ({count(len(same), 'case')})", url=link(address, here))
        for address, title, same in by_committee(cases)
        if address
    )


def here_id(address: str) -> str:
    """The anchor of a committee on the page of its plan."""
    return f"committee-{address.rstrip('/').rpartition('/')[2]}" if address else "no-committee"


def _groups(plan: Plan, here: str, shelf: Shelf) -> Iterator[CardGroup]:
    """The cases by committee."""
    for address, title, same in by_committee(plan.facts):
        url, paths = link(address, here) if address else "", (facts.path for facts in same)
        found = group(here_id(address), title, paths, shelf, up=up(here), url=url)
        yield replace(found, note="" if address else UNNAMED_NOTE)


def _steps(plan: Plan, csv: str) -> ChartView | None:
    found = year_steps(plan.year)
    if found is None:
        return None
    return chart_view(steps_chart(found), same=steps_table(found), csv=csv)


def _strips(plan: Plan, csv: str, shelf: Shelf) -> ChartView | None:
    found = year_strips(plan.year)
    if found is None:
        return None

    def title(key: str) -> str:
        return theme_title(key, shelf)

    return chart_view(strips_chart(found, title), same=strips_table(found, title), csv=csv)


def _contents(
    groups: Sequence[CardGroup], few: FewView | None, lists: Sequence[Listed]
) -> Iterator[Ref]:
    """The parts of the page, in its order."""
    for id_, title in PARTS.items():
        if id_ != "few" or few:
            yield Ref(text=title, url=f"#{id_}")
    for one in groups:
        yield Ref(text=f"Cases: {one.title} ({one.number})", url=f"#{one.id}")
    if lists:
        yield Ref(text="The cases behind the numbers", url="#behind")


def _title(plan: Plan, shelf: Shelf) -> str:
    year = plan.year_folder.replace("-", "/")
    return f"{shelf.council_name(plan.folder)}: plan for {year}"


def _full_name(folder: str, shelf: Shelf) -> str:
    council = shelf.council(folder)
    return council.name if council else folder


def _sources(cases: Iterable[Facts], shelf: Shelf) -> tuple[DocumentView, ...]:
    """The documents that the cases themselves are written from, each once."""
    keys = sorted({facts.source for facts in cases if facts.source})
    return tuple(
        DocumentView(text=ended(published(key, shelf)), link=(source.link or "") if source else "")
        for key, source in ((key, shelf.source(key)) for key in keys)
    )
