"""The page of a council's plan for a year: what it comes to, what it is made of, and its cases.

What the whole and its parts come to is worked out in ``compare.year``; here it gets its words,
its charts and, behind every number, the list of its cases.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.affected import affected
from generator.compare.risk_picture import risk_picture
from generator.compare.year_steps import year_steps, year_strips
from generator.pages.addresses import (
    Ref,
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
from generator.pages.case_sums import together
from generator.pages.chart_view import ChartView, chart_view
from generator.pages.committees import committee_groups
from generator.pages.governance import who_decides_in
from generator.pages.people import people_sentences
from generator.pages.phrases import count, sentence
from generator.pages.proposed import Proposed, proposed_in
from generator.pages.terms import Dictionary, dictionary_of
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
from generator.pages.year_plan import Plan, documents_of, full_name, plan_title
from generator.pages.year_risks import RisksOfYear, risks_of_year
from generator.pages.year_says import says_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.behind import Listed
    from generator.pages.cards import CardGroup
    from generator.pages.origin import DocumentView
    from generator.pages.shelf import Shelf

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
    dictionary: Dictionary


def year_view(plan: Plan, shelf: Shelf) -> YearView:
    """The page of a plan."""
    folder, year, here = plan.folder, plan.year_folder, plan_address(plan.folder, plan.year_folder)
    behind, groups = Behind(plan.titles, here), tuple(committee_groups(plan, here, shelf))
    csv = link(plan_file(folder, year, "savings"), here)
    few = few_view(plan.year, behind)

    def to(text: str, address: str) -> Ref:
        return Ref(text=text, url=link(address, here))

    view = YearView(
        title=plan_title(plan, shelf),
        scope=f"{sentence(count(len(plan.cases), 'case'))} in this register.",
        council=to(full_name(folder, shelf), council_address(folder)),
        contents=(),
        proposed=proposed_in(plan.year.whole, here),
        steps=_steps(plan, csv, shelf),
        strips=_strips(plan, csv, shelf),
        new=new_view(plan.year, behind),
        parts=tuple(part_tables(plan.year, behind, shelf, here)),
        few=few,
        partner=partner_view(plan.year, behind),
        risks=risks_of_year(
            risk_picture(plan.facts),
            behind,
            shelf.draw,
            csv=link(plan_file(folder, year, "risks"), here),
        ),
        people=people_sentences(affected(plan.facts)),
        people_page=to("Who is affected, group by group", people_address(folder, year)),
        says=says_sentences(plan.facts),
        says_page=to("What the cases say and leave open, mark by mark", says_address(folder, year)),
        decides=who_decides_in(shelf.council(folder), year),
        sums=together((facts.path for facts in plan.facts), shelf)[0].text,
        questions=to("The questions that arise, to print", questions_address(folder, year)),
        groups=groups,
        behind=(),
        csv=Ref(text="What each case counts for, as a file for spreadsheets (CSV)", url=csv),
        sources=documents_of(plan.facts, shelf),
        up=up(here),
        dictionary=dictionary_of(shelf.council(folder)),
    )
    lists = behind.lists()
    return replace(view, behind=lists, contents=tuple(_contents(groups, few, lists)))


def _steps(plan: Plan, csv: str, shelf: Shelf) -> ChartView | None:
    found = year_steps(plan.year)
    if found is None:
        return None
    return chart_view(steps_chart(found), shelf.draw, same=steps_table(found), csv=csv)


def _strips(plan: Plan, csv: str, shelf: Shelf) -> ChartView | None:
    found = year_strips(plan.year)
    if found is None:
        return None

    def title(key: str) -> str:
        return theme_title(key, shelf)

    return chart_view(
        strips_chart(found, title), shelf.draw, same=strips_table(found, title), csv=csv
    )


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
