"""One case and 12 edits of it, as an officer would make them, each with what is said of it.

The edits are commits of a real repository, and are read from its history as pages read them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from generator.changes.reasons import alarms
from generator.changes.sentences import by_topic, what_changed
from generator.history.past import as_it_was, read_contents
from generator.history.states import State
from generator.history.versions import Read, versions_of
from tests.history.repositories import commit, known, started

if TYPE_CHECKING:
    from generator.core.case import Case

PATH = "anytown/2014-15/libraries"
FILE = f"cases/{PATH}.md"
FIRST = """\
---
title: Libraries in one building
kind: business case
source: plan-2014
references: [A/R 6.127]
committee: Cabinet
stage: outline business case
version: "1.0"
dated: 4 March 2013
summary: >-
  The council would move three libraries into one building and keep their opening hours.

people:
  - {name: Ann Bell, role: senior responsible officer, line: 12}
  - {name: Dev Shah, role: project manager, line: 13}

decisions:
  - {body: Cabinet, date: 13 March 2014, stage: full business case, line: 20}

headline:
  amount: £900k
  measure: saving
  period: 2018/19
  line: 30

options:
  - {number: 1, title: Do nothing, do_nothing: yes, line: 40}
  - {number: 2, id: one-site, title: One building, outcome: preferred, line: 41}
  - {number: 3, id: trust, title: A trust runs them, outcome: considered, line: 42}

risks:
  - {title: Visitors stay away, likelihood: 3, impact: 4, line: 50}
  - {title: The lease ends early, likelihood: 2, impact: 5, line: 51}
---

## Case for change

The three buildings need repairs that nobody has money for. Two of them are open on four days
a week. Readers asked for longer hours in the survey of 2012.

## Financial case

### Cost by role {#cost-by-role}
cost, £, in year, revenue; lines 60 to 64

| Role              | 2014/15  | 2015/16  |
|-------------------|---------:|---------:|
| Programme manager | £151,200 | £151,200 |
| Librarian         | £40,000  | £41,000  |

### Figures in the text {#figures}

| id   | what                     | measure | amount  | period  | basis   | line |
|------|--------------------------|---------|---------|---------|---------|------|
| sale | sale of the old building | income  | £1.4m   | 2015/16 | one-off | 70   |
"""
RISKS = (
    "  - {title: Visitors stay away, likelihood: 3, impact: 4, line: 50}\n",
    "  - {title: The lease ends early, likelihood: 2, impact: 5, line: 51}\n",
)
PARAGRAPH = """\
The three buildings need repairs that nobody has money for. Two of them are open on four days
a week. Readers asked for longer hours in the survey of 2012.
"""
REWRITTEN = """\
The three buildings need repairs of £1.2 million that nobody has money for. Readers asked for
longer hours in the survey of 2013. The largest one was flooded in January 2014.
"""
SHOWN = {"": "{}", "added": "[+{}+]", "removed": "[-{}-]"}

# Each edit: what is replaced by what, and the sentences that are said of it, the first one first.
EDITS: dict[str, tuple[dict[str, str], list[str]]] = {
    "respell an amount": ({"amount: £900k": "amount: £0.9m"}, []),
    "put the risks in another order": ({"".join(RISKS): "".join(RISKS[::-1])}, []),
    "lower the saving and say why": (
        {
            "amount: £0.9m": "amount: £750k",
            'version: "1.0"\ndated: 4 March 2013\n': (
                'version: "1.1"\ndated: 9 December 2013\n'
                "change: {kind: scope, reason: The branch at the station stays open}\n"
            ),
        },
        [
            "The saving for 2018/19 fell from £900,000 to £750,000 (£150,000 less, 16.7%).",
            "The version of the document is now “1.1”; it was “1.0”.",
            "The date of the document is now 9 December 2013; it was 4 March 2013.",
            "Reason given: scope: The branch at the station stays open.",
        ],
    ),
    "add a risk": (
        {
            "risks:\n": (
                "risks:\n  - {title: Staff leave before the move, likelihood: 4, impact: 4, "
                "mitigation: Talk to staff early., line: 52}\n"
            )
        },
        ["Risk added: “Staff leave before the move”, likelihood 4, impact 4."],
    ),
    "give an option another name and prefer another one": (
        {
            "title: A trust runs them, outcome: considered": (
                "title: A charitable trust runs them, outcome: preferred"
            ),
            "title: One building, outcome: preferred": "title: One building, outcome: considered",
        },
        [
            (
                "Option 3 (“A charitable trust runs them”) is now preferred; it was option 2 "
                "(“One building”), which is now considered."
            ),
            "Option 3 (“A trust runs them”) is now called “A charitable trust runs them”.",
        ],
    ),
    "move the decision": (
        {"date: 13 March 2014": "date: 9 April 2014"},
        ["The decision of the Cabinet (full business case) moved from 13 March to 9 April 2014."],
    ),
    "name another senior responsible officer": (
        {"name: Ann Bell": "name: Carl Dean"},
        ["The senior responsible officer is now Carl Dean; it was Ann Bell."],
    ),
    "rewrite a paragraph": (
        {PARAGRAPH: REWRITTEN},
        [
            (
                "The text under “Case for change” changed: "
                "2 sentences reworded, 1 added and 1 removed."
            ),
            ("> The three buildings need repairs[+ of £1.2 million+] that nobody has money for."),
            "> [-Two of them are open on four days a week.-]",
            "> Readers asked for longer hours in the survey of[- 2012-][+ 2013+].",
            "> [+The largest one was flooded in January 2014.+]",
        ],
    ),
    "withhold a figure": (
        {"| £1.4m   |": "| withheld (a sale is being agreed; paragraph 3 of Schedule 12A) |"},
        [
            (
                "“sale of the old building” (income, for 2015/16, one-off) is now recorded as "
                "withheld (a sale is being agreed; paragraph 3 of Schedule 12A); it was recorded "
                "as £1.4 million."
            )
        ],
    ),
    "add a row to a table": (
        {
            "| Librarian         | £40,000  | £41,000  |\n": (
                "| Librarian         | £40,000  | £41,000  |\n"
                "| Caretaker         | £20,000  | TBC      |\n"
            )
        },
        [
            (
                "Row added to “Cost by role”: “Caretaker”: £20,000 (2014/15) and to be confirmed "
                "(2015/16)."
            )
        ],
    ),
    "publish the full business case": (
        {
            "stage: outline business case": "stage: full business case",
            "| Programme manager | £151,200 |": "| Programme manager | £160,000 |",
        },
        [
            (
                "Cost by role, Programme manager, 2014/15: from £151,200 to £160,000 "
                "(£8,800 more, 5.8%)."
            ),
            "The stage is now “full business case”; it was “outline business case”.",
        ],
    ),
    "mend a slip of the pen": (
        {"keep their opening hours.": "keep their opening times."},
        [
            "The summary in plain English changed: 1 sentence reworded.",
            (
                "> The council would move three libraries into one building and keep their "
                "opening[- hours-][+ times+]."
            ),
        ],
    ),
}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """The case as it was first and after each edit, read from the history."""
    root = started(tmp_path_factory.mktemp("golden") / "register", **{FILE: FIRST})
    text = FIRST
    for number, (replaced, _) in enumerate(EDITS.values(), start=1):
        for old, new in replaced.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        commit(root, f"2020-02-{number:02d}", **{FILE: text})
    found = known(root).states[PATH]
    told = read_contents(root, [state.blob for state in found])
    return [as_it_was(told[state.blob], state) for state in found]


def said(before: Case, after: Case) -> list[str]:
    """The sentences, each changed sentence of a long text below its own."""
    return [
        line
        for sentence in what_changed(before, after)
        for line in (
            sentence.text,
            *(
                "> " + "".join(SHOWN[run.did].format(run.text) for run in runs)
                for runs in sentence.runs
            ),
        )
    ]


@pytest.mark.parametrize("number", range(len(EDITS)), ids=list(EDITS))
def test_an_edit_is_told_in_these_sentences(states: list[Case], number: int) -> None:
    _, expected = list(EDITS.values())[number]
    assert not states[number].unreadable
    assert said(states[number], states[number + 1]) == expected


def test_the_first_version_against_the_last_tells_all_of_it_once(states: list[Case]) -> None:
    groups = by_topic(what_changed(states[0], states[-1]))
    assert [group.title for group in groups] == [
        *("Money", "Decision", "Options", "Risks", "People", "Wording and the record"),
    ]
    told = [sentence.text for group in groups for sentence in group.sentences]
    assert len(told) == len(set(told))
    assert told[0] == (
        "“sale of the old building” (income, for 2015/16, one-off) was £1.4 million and is now "
        "withheld (a sale is being agreed; paragraph 3 of Schedule 12A)."
    )


def test_what_only_the_versions_together_tell_stays_in_sight(states: list[Case]) -> None:
    reads = [Read(state=State(blob="", commit="", time=None, path=PATH), case=c) for c in states]
    versions = versions_of(reads)
    assert [len(version.folded) for version in versions] == [0, 2, 7, 0]
    assert [alarm.text for alarm in alarms([version.read.case for version in versions])] == [
        (
            "First published as £900,000 (saving, for 2018/19) on 4 March 2013; "
            "now £750,000 (£150,000 less, 16.7%)."
        ),
        (
            "“sale of the old building” (income, for 2015/16, one-off): first published as "
            "£1.4 million on 4 March 2013; now withheld (a sale is being agreed; paragraph 3 of "
            "Schedule 12A)."
        ),
        (
            "What is to be done about the risk “Staff leave before the move” has stayed the same "
            "over 2 versions, since 9 December 2013."
        ),
    ]


def test_what_an_edit_says_is_said_with_its_reason(states: list[Case]) -> None:
    reasons = {sentence.reason for pair in pairwise(states) for sentence in what_changed(*pair)}
    assert reasons == {"", "Reason given: scope: The branch at the station stays open."}
