"""Each kind of change is said in a sentence that a member of a scrutiny committee can use."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.change import Topic
from generator.changes.compare import changes_between
from generator.changes.sentences import by_topic, sentences, what_changed
from generator.changes.telling import telling_of
from generator.reading.files import TextFile
from generator.reading.load import load_case
from tests.audit.cases import case_of, case_text, figures, relations, table
from tests.changes.random_cases import Maker

if TYPE_CHECKING:
    from random import Random

    from generator.core.case import Case

CASES = Path(__file__).resolve().parents[2] / "cases"
NEW = "version: '2'\n"
HEADLINE = "headline: {{amount: {}, measure: saving, period: 2018/19, line: 3{}}}\n"


def headline(amount: str, more: str = "") -> str:
    return HEADLINE.format(amount, more)


def listed(field: str, *items: str) -> str:
    return f"{field}:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def told(before: str, after: str, body: tuple[str, str] = ("", ""), more: str = NEW) -> list[str]:
    """What is said of two files, without the sentence on the version that makes them two."""
    cases = (case_of(case_text(body[0], before)), case_of(case_text(body[1], after + more)))
    found = (sentence.text for sentence in what_changed(*cases))
    return [text for text in found if "version of the document" not in text]


FIELDS = {
    "a saving that fell": (
        headline("'£900,000'"),
        headline("'£750,000'"),
        "The saving for 2018/19 fell from £900,000 to £750,000 (£150,000 less, 16.7%).",
    ),
    "a saving that rose, with a basis": (
        headline("£1m", ", basis: recurring"),
        headline("£1.25m", ", basis: recurring"),
        (
            "The saving for 2018/19 (recurring) rose from £1 million to £1.25 million "
            "(£250,000 more, 25%)."
        ),
    ),
    "a loss has no percentage": (
        headline("-£20k"),
        headline("£30k"),
        "The saving for 2018/19 rose from −£20,000 to £30,000 (£50,000 more).",
    ),
    "an amount that is about so much": (
        headline("£900k"),
        headline("c. £750k"),
        "The saving for 2018/19 was £900,000 and is now about £750,000.",
    ),
    "a range": (
        headline("£900k"),
        headline("£700k to £800k"),
        "The saving for 2018/19 was £900,000 and is now £700,000 to £800,000.",
    ),
    "words in place of an amount": (
        headline("Cost neutral"),
        headline("nil"),
        "The saving for 2018/19 was “Cost neutral” and is now nil.",
    ),
    "to be confirmed": (
        headline("TBC"),
        headline("£1k"),
        "The saving for 2018/19 was to be confirmed and is now £1,000.",
    ),
    "a value withheld": (
        headline("£1k"),
        headline("withheld (commercial terms; paragraph 3)"),
        "The saving for 2018/19 was £1,000 and is now withheld (commercial terms; paragraph 3).",
    ),
    "a reading beside a damaged print": (
        headline("£1k"),
        headline("'£1O00 (read £1k: a slip)'"),
        (
            "The saving for 2018/19 is now shown as “£1O00” (read as £1,000: a slip), "
            "not as £1,000; the amount meant is the same."
        ),
    ),
    "a headline for another year": (
        headline("£9k"),
        "headline: {amount: £12k, measure: income, period: 2019/20, line: 3}\n",
        "The headline is now £12,000 (income, for 2019/20); it was £9,000 (saving, for 2018/19).",
    ),
    "a headline on another basis": (
        headline("£9k", ", basis: one-off"),
        headline("£9k", ", basis: recurring"),
        "The basis of the headline is now “recurring”; it was “one-off”.",
    ),
    "a headline added": (
        "",
        headline("£9k"),
        "Headline added: £9,000 (saving, for 2018/19).",
    ),
    "a part of the headline": (
        headline("£9k", ", splits: [{by: strand, name: Buses, amount: £4k}]"),
        headline("£9k", ", splits: [{by: strand, name: Buses, amount: £5k}]"),
        "The part “Buses” of the saving for 2018/19 rose from £4,000 to £5,000 (£1,000 more, 25%).",
    ),
    "a risk added": (
        "",
        listed("risks", "title: Timescales slip, likelihood: 4, impact: 4"),
        "Risk added: “Timescales slip”, likelihood 4, impact 4.",
    ),
    "a risk removed": (
        listed("risks", "title: Timescales slip"),
        "",
        "Risk removed: “Timescales slip”.",
    ),
    "a risk scored anew": (
        listed("risks", "title: Timescales slip, likelihood: 3, impact: 4, rag: amber"),
        listed("risks", "title: Timescales slip, likelihood: 4, impact: 4, rag: red"),
        (
            "The risk “Timescales slip” is now scored likelihood 4, impact 4, rated red; "
            "it was likelihood 3, impact 4, rated amber."
        ),
    ),
    "a risk renamed": (
        listed("risks", "id: slip, title: Timescales slip"),
        listed("risks", "id: slip, title: Timescales slip by a year"),
        "The risk “Timescales slip” is now called “Timescales slip by a year”.",
    ),
    "a mitigation": (
        listed("risks", "title: Timescales slip, mitigation: Plan well."),
        listed("risks", "title: Timescales slip, mitigation: Plan better."),
        "The mitigation of the risk “Timescales slip” is now “Plan better”; it was “Plan well”.",
    ),
    "another option preferred": (
        listed(
            "options",
            "number: 2, title: In-house, outcome: preferred",
            "number: 3, title: Trust",
        ),
        listed(
            "options",
            "number: 2, title: In-house",
            "number: 3, title: Trust, outcome: preferred",
        ),
        "Option 3 (“Trust”) is now preferred; it was option 2 (“In-house”).",
    ),
    "another option preferred and the first one turned down": (
        listed("options", "title: In-house, outcome: preferred", "title: Trust"),
        listed(
            "options",
            "title: In-house, outcome: not recommended",
            "title: Trust, outcome: preferred",
        ),
        (
            "The option “Trust” is now preferred; it was the option “In-house”, "
            "which is now not recommended."
        ),
    ),
    "an option in another group": (
        listed("options", "title: Trust, group: Who"),
        listed("options", "title: Trust, group: How"),
        "The option “Trust” moved from the group “Who” to “How”.",
    ),
    "a decision on another day": (
        listed("decisions", "body: Cabinet, date: 13 March 2014"),
        listed("decisions", "body: Cabinet, date: 9 April 2014"),
        "The decision of the Cabinet moved from 13 March to 9 April 2014.",
    ),
    "a decision in another year": (
        listed("decisions", "stage: full business case, date: December 2014"),
        listed("decisions", "stage: full business case, date: January 2015"),
        "The decision (full business case) moved from December 2014 to January 2015.",
    ),
    "a decision without a day": (
        listed("decisions", "body: Full Council"),
        listed("decisions", "body: Full Council, date: 9 April 2014"),
        "The decision of the Full Council is now dated 9 April 2014.",
    ),
    "somebody else responsible": (
        listed("people", "name: Ann Bell, role: senior responsible officer"),
        listed("people", "name: Carl Dean, role: senior responsible officer"),
        "The senior responsible officer is now Carl Dean; it was Ann Bell.",
    ),
    "nobody named yet": (
        listed("people", "role: project manager, state: TBC"),
        listed("people", "name: Carl Dean, role: project manager"),
        "The project manager is now Carl Dean; it was to be confirmed.",
    ),
    "a person added": (
        "",
        listed("people", "name: Ann Bell, role: sponsor, organisation: NHS"),
        "Person added: sponsor: Ann Bell, NHS.",
    ),
    "a stage": (
        "stage: outline\n",
        "stage: full\n",
        "The stage is now “full”; it was “outline”.",
    ),
    "themes": (
        "themes: [libraries]\n",
        "themes: [back-office, libraries]\n",
        "Theme added: “back-office”.",
    ),
    "a key decision": (
        "key_decision: no\n",
        "key_decision: yes\n",
        "It is now a key decision.",
    ),
    "the call-in deadline": (
        "call_in_deadline: 13 March 2014\n",
        "call_in_deadline: 20 March 2014\n",
        "The call-in deadline moved from 13 March to 20 March 2014.",
    ),
    "an answer that turns out to stand in another document": (
        "impacts: {protected: {answer: One covers all.}}\n",
        "impacts: {protected: {answer: One covers all., elsewhere: The one assessment}}\n",
        (
            "The document that holds the answer on protected characteristics is now given as "
            "“The one assessment”."
        ),
    ),
    "an answer on impact": (
        "impacts: {positive: blank}\n",
        "impacts: {positive: More people are helped.}\n",
        "The answer on positive impact is now “More people are helped.”; it was left blank.",
    ),
    "a dependency": (
        "",
        listed("dependencies", "title: A new road"),
        "Dependency added: depends on “A new road”.",
    ),
    "a link": (
        "",
        listed("links", "kind: follows, name: The plan of 2017"),
        "Link added: follows “The plan of 2017”.",
    ),
    "why a figure changed": (
        "",
        "change: {kind: correction, reason: A total was printed twice}\n",
        "Reason given: correction: A total was printed twice.",
    ),
    "how the risk log measures": (
        "risk_log: {likelihood_scale: 1 to 4}\n",
        "risk_log: {likelihood_scale: 1 to 5}\n",
        "The scale of likelihood is now “1 to 5”; it was “1 to 4”.",
    ),
    "the weight of a criterion": (
        listed("criteria", "title: Cost, weight: 40%"),
        listed("criteria", "title: Cost, weight: 50%"),
        "The weight of the criterion “Cost” rose from 40% to 50% (10 percentage points more).",
    ),
    "the score of an option": (
        listed("options", "number: 1, title: Trust, assessments: [{criterion: Cost, score: 3}]"),
        listed("options", "number: 1, title: Trust, assessments: [{criterion: Cost, score: 2}]"),
        "The score of option 1 (“Trust”) on “Cost” fell from 3 to 2 (1 less).",
    ),
    "a criterion that an option was not judged by": (
        listed("options", "number: 1, title: Trust"),
        listed("options", "number: 1, title: Trust, assessments: [{criterion: Cost, score: 2}]"),
        "Judgement added to option 1 (“Trust”): “Cost”, score 2.",
    ),
    "an option that is no longer preferred": (
        listed("options", "title: Trust, outcome: preferred"),
        listed("options", "title: Trust"),
        "The option “Trust” is no longer preferred; no conclusion is stated.",
    ),
    "when a consultation closes": (
        "consultation: {closes: 13 March 2014}\n",
        "consultation: {closes: 9 April 2014}\n",
        "The closing date of the consultation moved from 13 March to 9 April 2014.",
    ),
    "an answer on a group": (
        "impacts: {protected: {answer: Some., groups: {age: not assessed}}}\n",
        "impacts: {protected: {answer: Some., groups: {age: Older people gain.}}}\n",
        "The answer on age is now “Older people gain.”; it was “not assessed”.",
    ),
    "a basis that is stated now": (
        headline("£9k", ", basis: not stated"),
        headline("£9k", ", basis: one-off"),
        "The basis of the headline is now given as “one-off”.",
    ),
    "what else is said of the headline": (
        headline("£9k", ", qualities: [gross]"),
        headline("£9k", ", qualities: [net, cashable]"),
        "The headline is now given as net and cashable; it was given as gross.",
    ),
    "the owner of a risk": (
        listed("risks", "title: Snow, owner: Head of Roads"),
        listed("risks", "title: Snow, owner: Chief Executive"),
        "The owner of the risk “Snow” is now “Chief Executive”; it was “Head of Roads”.",
    ),
    "the kind of paper": (
        "kind: outline business case\n",
        "kind: programme\n",
        "The document is now recorded as “programme”; it was recorded as “outline business case”.",
    ),
    "references": (
        "references: [A/R 6.1, A/R 6.2]\n",
        "references: [A/R 6.2, A/R 6.3]\n",
        "References added: “A/R 6.3”; removed: “A/R 6.1”.",
    ),
    "an exempt part": (
        "",
        "exempt: {paragraph: paragraph 3}\n",
        "A part kept from the public added: paragraph 3.",
    ),
}

COSTS = "cost, £, in year; lines 1 to 9"
CLAIM = (
    "### Claims {{#claims}}\nlines 1 to 9\n\n| id | claim | value | what | line |\n"
    "|---|---|---|---|---|\n| npv | NPV | {} | whole plan | 3 |\n"
)
BENEFIT = (
    "### Benefits {{#benefits}}\nlines 1 to 9\n\n| id | benefit | 2015/16 | line |\n"
    "|---|---|---|---|\n| stay | Readers stay | {} | 3 |\n"
)
STAKEHOLDER = (
    "### Stakeholders {{#stakeholders}}\nlines 1 to 9\n\n| stakeholder | raci |\n"
    "|---|---|\n| Staff | {} |\n"
)
BODIES = {
    "a cell": (
        table("Role | 2014/15", "Manager | £151,200", facets=COSTS),
        table("Role | 2014/15", "Manager | £160,000", facets=COSTS),
        "Costs, Manager, 2014/15: from £151,200 to £160,000 (£8,800 more, 5.8%).",
    ),
    "a cell whose labels say little": (
        table("Role | North", "Manager | £2k", facets="saving, £, one-off; lines 1 to 9"),
        table("Role | North", "Manager | £1k", facets="saving, £, one-off; lines 1 to 9"),
        "Costs, Manager, North (saving, one-off): from £2,000 to £1,000 (£1,000 less, 50%).",
    ),
    "a cell of a quarter": (
        table("Role | Q2 2014/15", "Manager | £2k", facets=COSTS),
        table("Role | Q2 2014/15", "Manager | £1k", facets=COSTS),
        "Costs, Manager, Q2 2014/15 (in year): from £2,000 to £1,000 (£1,000 less, 50%).",
    ),
    "a cell filled in": (
        table("Role | 2014/15", "Manager | TBC", facets=COSTS),
        table("Role | 2014/15", "Manager | £160,000", facets=COSTS),
        "Costs, Manager, 2014/15: was to be confirmed, is now £160,000.",
    ),
    "a row added": (
        table("Role | 2014/15 | 2015/16", "Manager | £1 | £2", facets=COSTS),
        table("Role | 2014/15 | 2015/16", "Manager | £1 | £2", "Clerk | £3 | £4", facets=COSTS),
        "Row added to “Costs”: “Clerk”: £3 (2014/15) and £4 (2015/16).",
    ),
    "a table added": (
        "",
        table("Role | 2014/15", "Manager | £1", facets=COSTS),
        "Table added: “Costs”, with 1 row and 1 column, cost, in year.",
    ),
    "a figure": (
        figures("beds | new beds | count | 12 | 2014/15 | in year | 3"),
        figures("beds | new beds | count | 15 | 2014/15 | in year | 3"),
        "“new beds” (for 2014/15) rose from 12 to 15 (3 more).",
    ),
    "a figure for another time": (
        figures("cost | staff | cost | £12 | 2014/15 | in year | 3"),
        figures("cost | staff | cost | £30 | 2014/15 to 2016/17 | over the plan | 3"),
        (
            "The figure “staff” is now £30 (cost, from 2014/15 to 2016/17, over the plan); "
            "it was £12 (cost, for 2014/15)."
        ),
    ),
    "a share": (
        figures("cut | cut in staff | share | 10% | 2014/15 | in year | 3"),
        figures("cut | cut in staff | share | 12.5% | 2014/15 | in year | 3"),
        "“cut in staff” (share, for 2014/15) rose from 10% to 12.5% (2.5 percentage points more).",
    ),
    "a figure added": (
        "",
        figures("cost | staff | cost | £12 | 2014/15 | in year | 3"),
        "Figure added: £12 for “staff” (cost, for 2014/15).",
    ),
    "a claim": (
        CLAIM.format("£1.2m"),
        CLAIM.format("£1.1m"),
        "The NPV (whole plan) fell from £1.2 million to £1.1 million (£100,000 less, 8.3%).",
    ),
    "a claim in another unit": (
        CLAIM.format("£1.2m"),
        CLAIM.format("TBC"),
        "The NPV (whole plan) was £1.2 million and is now to be confirmed.",
    ),
    "the target of a benefit": (
        BENEFIT.format("10%"),
        BENEFIT.format("20%"),
        (
            "The target for 2015/16 of the benefit “Readers stay” rose from 10% to 20% "
            "(10 percentage points more)."
        ),
    ),
    "the part of somebody with a stake": (
        STAKEHOLDER.format("R"),
        STAKEHOLDER.format("R, C"),
        "Part of the stakeholder “Staff” added: consulted.",
    ),
    "a column added": (
        table("Role | 2014/15", "Manager | £1", facets=COSTS),
        table("Role | 2014/15 | 2015/16", "Manager | £1 | £2", facets=COSTS),
        "Column added to “Costs”: “2015/16”: £2 (Manager).",
    ),
    "a table with another title": (
        table("Role | 2014/15", "Manager | £1", facets=COSTS),
        table("Role | 2014/15", "Manager | £1", facets=COSTS).replace("Costs", "Pay"),
        "The table “Costs” is now called “Pay”.",
    ),
    "a relation": (
        table("Role | 2014/15", "Manager | £1", "Total | £1", facets=COSTS),
        table("Role | 2014/15", "Manager | £1", "Total | £1", facets=COSTS)
        + relations("`costs.total` = `costs.manager` (stated, line 3)"),
        "Relation between figures added: “Total” in “Costs” is “Manager” in “Costs” (stated).",
    ),
    "a text": (
        (
            "The service stays as it is for now. It costs a good deal of money every year, and "
            "nobody has asked for more of it."
        ),
        (
            "The service stays as it is for now. It costs a great deal of money every year, and "
            "nobody has asked for more of it. It closes soon."
        ),
        "The text under “Financial case” changed: 1 sentence reworded and 1 added.",
    ),
}


@pytest.mark.parametrize("what", FIELDS)
def test_a_change_of_a_field_is_told(what: str) -> None:
    before, after, expected = FIELDS[what]
    assert told(before, after) == [expected]


@pytest.mark.parametrize("what", BODIES)
def test_a_change_below_the_fields_is_told(what: str) -> None:
    before, after, expected = BODIES[what]
    told_of = told("", "", (before or "Text.", (after if before else f"Text.\n\n{after}")))
    assert told_of == [expected]


TWO = table("Role | 2014/15 | 2015/16", "Staff | £1 | £2", "Rent | £3 | £4", "All | £4 | £6")
ELSEWHERE = "north/2014-15/other"
RELATED = {
    "another right side of the one on the left": (
        ["`costs.all.2014-15` = `costs.staff.2014-15` (stated, line 3)"],
        ["`costs.all.2014-15` same as `costs.rent.2014-15` (stated, line 3)"],
        [
            (
                "The relation between figures is now: “All, 2014/15” in “Costs” is the same as "
                "“Rent, 2014/15” in “Costs” (stated); it was: “All, 2014/15” in “Costs” is "
                "“Staff, 2014/15” in “Costs” (stated)."
            )
        ],
    ),
    "another left side, however close its name": (
        ["`costs.staff.2014-15` = 50% of `costs.rent.2014-15` (stated, line 3)"],
        ["`costs.staff.2015-16` = 50% of `costs.rent.2015-16` (stated, line 3)"],
        [
            (
                "Relation between figures added: “Staff, 2015/16” in “Costs” is 50% of "
                "“Rent, 2015/16” in “Costs” (stated)."
            ),
            (
                "Relation between figures removed: “Staff, 2014/15” in “Costs” is 50% of "
                "“Rent, 2014/15” in “Costs” (stated)."
            ),
        ],
    ),
    "of several with one left side the one that shares most on the right": (
        [
            "`costs.all.2014-15` = `costs.staff.2014-15` (stated, line 3)",
            "`costs.all.2014-15` = `costs.rent.2015-16` (stated, line 3)",
        ],
        [
            "`costs.all.2014-15` = `costs.rent.2014-15` + `costs.rent.2015-16` (stated, line 3)",
            "`costs.all.2014-15` = `costs.staff.2014-15` (stated, line 3)",
        ],
        [
            (
                "The relation between figures is now: “All, 2014/15” in “Costs” is "
                "“Rent, 2014/15” in “Costs” + “Rent, 2015/16” in “Costs” (stated); it was: "
                "“All, 2014/15” in “Costs” is “Rent, 2015/16” in “Costs” (stated)."
            )
        ],
    ),
    "a figure of another case": (
        [],
        [f"`costs.all` same as `{ELSEWHERE}#costs.staff.2014-15` (stated, line 3)"],
        [
            (
                "Relation between figures added: “All” in “Costs” is the same as "
                "“Staff, 2014/15” in “Costs” of the case “Roads” (stated)."
            )
        ],
    ),
    "a figure of a case that is not here": (
        [],
        ["`costs.all` same as `north/2014-15/gone#costs.staff.2014-15` (stated, line 3)"],
        [
            (
                "Relation between figures added: “All” in “Costs” is the same as "
                "“costs, staff, 2014-15” of the case north/2014-15/gone (stated)."
            )
        ],
    ),
}


@pytest.mark.parametrize("what", RELATED)
def test_how_figures_hang_together_is_told_in_the_names_of_the_case(what: str) -> None:
    then, now, expected = RELATED[what]
    before, after = (
        case_of(case_text(TWO + relations(*lines) if lines else TWO)) for lines in (then, now)
    )
    other = replace(case_of(case_text(TWO)), title="Roads")
    assert [one.text for one in what_changed(before, after, {ELSEWHERE: other})] == expected


def test_a_relation_that_only_has_other_names_in_the_file_says_the_same() -> None:
    lines = ("`costs.all` = `costs.staff` + `costs.rent` (stated, line 3)",)
    before = case_of(case_text(TWO + relations(*lines)))
    renamed = (
        (TWO + relations(*lines)).replace("#costs", "#spending").replace("`costs", "`spending")
    )
    assert [one.text for one in what_changed(before, case_of(case_text(renamed)))] == [
        (
            "A relation between figures has other names in the file and says the same: “All” in "
            "“Costs” is “Staff” in “Costs” + “Rent” in “Costs” (stated)."
        )
    ]


def test_an_edit_of_the_register_alone_is_told_as_one() -> None:
    assert told(headline("£900k"), headline("£750k"), more="") == [
        (
            "The saving for 2018/19 is now recorded as £750,000; it was recorded as £900,000 "
            "(£150,000 less, 16.7%)."
        )
    ]


def test_what_matters_to_a_decision_comes_first_and_the_larger_sum_before_the_smaller() -> None:
    before = headline("£900k") + "stage: outline\n" + listed("risks", "title: Snow, likelihood: 1")
    after = headline("£899k") + "stage: full\n" + listed("risks", "title: Snow, likelihood: 2")
    costs = [
        table("Item | 2018/19", f"Staff | {amount}", facets=COSTS) for amount in ("£1k", "£9k")
    ]
    then, now = (case_of(case_text(*each)) for each in zip(costs, (before, after), strict=True))
    found = what_changed(then, now)
    assert [sentence.topic for sentence in found] == [
        Topic.MONEY, Topic.MONEY, Topic.DECISION, Topic.RISK,
    ]  # fmt: skip
    assert found[0].text.startswith("Costs, Staff")
    assert [group.title for group in by_topic(found)] == ["Money", "Decision", "Risks"]


def test_the_reason_that_a_file_gives_stands_with_the_figure_that_changed() -> None:
    reason = "change: {kind: correction, reason: A total was printed twice}\n"
    before = case_of(case_text(fields=headline("£9k")))
    after = case_of(case_text(fields=headline("£8k") + reason))
    first, *_ = what_changed(before, after)
    assert first.text.startswith("The saving for 2018/19 fell")
    assert first.reason == "Reason given: correction: A total was printed twice."


RESTATED = (
    "change: {kind: restated in the same pack, reason: The summary prints another saving}\n"
    "kind: outline business case\n"
)


def test_of_two_papers_in_one_pack_it_is_said_what_each_prints() -> None:
    kind = "kind: outline business case\n"
    before = headline("£8.0m", ", basis: over the plan").replace("line: 3", "line: 1775")
    after = headline("£655k", ", basis: in year").replace("line: 3", "line: 155")
    rows = (
        "cost | staff | cost | £12 | 2014/15 | in year | 1700",
        "obc | all savings | saving | £8.0m | 2018/19 | over the plan | 1775",
        "again | staff, in the summary | cost | £13 | 2014/15 | in year | 129",
    )
    texts = told(kind + before, after, (figures(rows[0]), figures(*rows)), more=RESTATED)
    assert texts == [
        (
            "The headline is now the figure of the summary in the same pack, £655,000 (saving, "
            "for 2018/19); the outline business case prints £8 million (saving, for 2018/19, over "
            "the plan)."
        ),
        "The summary in the same pack prints £13 for “staff, in the summary” (cost, for 2014/15).",
        "Reason given: restated in the same pack: The summary prints another saving.",
    ]


def test_a_later_edit_of_a_case_that_restates_a_pack_is_the_registers_own() -> None:
    before = RESTATED + headline("£655k")
    after = RESTATED.replace("another saving", "it otherwise") + headline("£650k")
    first, second = told(before, after, more="")
    assert first.startswith("The saving for 2018/19 is now recorded as £650,000;")
    assert second.startswith("The reason given for a change is now “The summary prints it")


def test_a_second_paper_that_is_no_summary_is_called_what_it_is() -> None:
    stage = RESTATED.replace("kind: outline business case", "stage: covering report")
    before, after = headline("£8m").replace("line: 3", "line: 90"), headline("£7m")
    assert told(before, after, more=stage)[0] == (
        "The headline is now the figure of the covering report in the same pack, £7 million "
        "(saving, for 2018/19); the business case prints £8 million (saving, for 2018/19)."
    )


def test_a_figure_that_the_first_paper_printed_is_not_said_to_be_the_summarys() -> None:
    rows = [
        f"{id_} | {id_} costs | cost | £{n} | 2014/15 | in year | {line}"
        for id_, n, line in (("low", 1, 1700), ("high", 2, 1800), ("new", 3, 1750))
    ]
    texts = told(
        "kind: outline business case\n", "", (figures(*rows[:2]), figures(*rows)), RESTATED
    )
    assert texts[0] == "Figure added: £3 for “new costs” (cost, for 2014/15)."


MILESTONES = "### Milestones {{#milestones}}\nlines 1 to 9\n\n"
DATED = MILESTONES + "| milestone | when |\n|---|---|\n| Move | {} |\n"


def test_a_milestone_that_gets_its_day_is_told_once() -> None:
    bodies = (DATED.format("TBC"), DATED.format("June 2014"), DATED.format("July 2014"))
    assert told("", "", bodies[:2]) == [
        "The milestone “Move” is now dated June 2014; it was to be confirmed."
    ]
    assert told("", "", bodies[1:]) == ["The milestone “Move” moved from June to July 2014."]
    assert told("", "", bodies[1::-1]) == [
        "The milestone “Move” is no longer dated; it was June 2014 and is now to be confirmed."
    ]


def test_what_cannot_be_read_is_told_without_words_that_were_added_or_removed() -> None:
    readable = case_of(case_text(fields="summary: It saves money.\n"))
    lost = replace(readable, summary=None, unreadable=("summary",))
    for pair, end in (
        ((readable, lost), "could be read before and cannot now."),
        ((lost, readable), "could not be read before and can now."),
    ):
        (sentence,) = what_changed(*pair)
        assert sentence.text == f"What the file says under “summary” {end}"
        assert sentence.runs == ()


def test_the_text_of_an_item_that_was_added_is_shown_with_it() -> None:
    risk = listed("risks", "title: Snow, text: It may fall early.")
    (sentence,) = what_changed(case_of(case_text()), case_of(case_text(fields=risk)))
    assert [[(run.did, run.text) for run in runs] for runs in sentence.runs] == [
        [("added", "It may fall early.")]
    ]


def real_cases() -> list[Path]:
    return sorted(CASES.glob("*/*/*.md"))


@pytest.mark.parametrize("pair", list(pairwise(real_cases()[::6])), ids=lambda p: p[0].stem)
def test_any_two_cases_of_the_register_are_told_in_plain_words(pair: tuple[Path, Path]) -> None:
    for cases in (loaded := [load(path) for path in pair]), loaded[::-1]:
        every_change_is_told_once(*cases)


def load(path: Path) -> Case:
    text = path.read_text("utf-8")
    return load_case(TextFile(path=str(path.relative_to(CASES.parent)), text=text)).case


def every_change_is_told_once(before: Case, after: Case) -> None:
    changes = changes_between(before, after)
    found = sentences(changes, telling=telling_of(before, after))
    told_of = [change for sentence in found for change in sentence.changes]
    assert sorted(map(id, told_of)) == sorted(map(id, changes)), "each change is in one sentence"
    assert [sentence.topic for sentence in found] == sorted(
        (sentence.topic for sentence in found), key=list(Topic).index
    )
    for sentence in found:
        assert sentence.text.endswith((".", "?", "!")), sentence.text
        for odd in ("None", "Decimal(", "State.", "()", "“”", " ,", "(,", "{", ".."):
            assert odd not in sentence.text, sentence.text


@given(st.randoms(use_true_random=True))
def test_each_change_of_any_two_versions_is_told_in_one_sentence(random: Random) -> None:
    maker = Maker(random)
    before = maker.case()
    after = maker.edited(before)
    every_change_is_told_once(before, after)
    every_change_is_told_once(after, before)
