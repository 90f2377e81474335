"""A register in which every field that takes words tries to run something.

The words are those of ``payloads.txt``, in the spirit of the public collections of such
strings. A case holds some fifty of them; from case to case each field moves on by one, so that
after as many cases as there are payloads every field has held every one of them.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAYLOADS = tuple(
    line
    for line in Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("## ")
)
PLAIN = ("a plain word", "another word", "one more of them")
MOST_WORDS = 60  # of a summary
PARTS_OF_A_REGISTER = ("site_src", "templates", "mkdocs.yml")

SOURCES = "hostile-plan"
CASES_OF_A_COUNCIL = 40
FIRST = "council-0/2018-19/case-0"
PAYLOADS_OF_A_THEME = 8  # its cases; a page for each payload would only take longer

RISK = (
    'title: @, id: risk-#, reference: @, likelihood: "4", impact: "3", '
    "mitigation: @, owner: @, text: @, line: #"
)

Words = tuple[str, ...]


class Turns:
    """Hands out payloads one after the other, each time quoted for where it is put."""

    def __init__(self, payloads: Words, start: int) -> None:
        self._payloads = payloads
        self._next = start * 7  # apart from the case before in every field

    def raw(self) -> str:
        """The next payload as it is."""
        self._next += 1
        return self._payloads[self._next % len(self._payloads)]

    def text(self) -> str:
        """The next as a value of the front matter."""
        return json.dumps(self.raw(), ensure_ascii=False)

    def cell(self) -> str:
        """The next as a cell of a table."""
        return self.raw().replace("\\", "\\\\").replace("|", "\\|")

    def heading(self) -> str:
        """The next as a part of a heading."""
        return self.raw().replace("{", "(").replace("}", ")")


def items(fields: str, times: int, turn: Turns) -> str:
    """A list of groups of fields; each ``@`` is a payload, and ``#`` the number of the group."""
    made = []
    for number in range(1, times + 1):
        group = fields.replace("#", str(number))
        while "@" in group:
            before, _, after = group.partition("@")
            group = f"{before}\0{after}"
        pieces = group.split("\0")
        made.append(pieces[0] + "".join(turn.text() + piece for piece in pieces[1:]))
    return "\n".join(f"  - {{{one}}}" for one in made)


def case_text(payloads: Words, start: int) -> str:
    """A case whose every field of free text is a payload."""
    turn = Turns(payloads, start)
    # One case of the second council stands beside the first of all: on a theme, and by a link.
    beside = start == CASES_OF_A_COUNCIL
    themes = f"theme-{start // PAYLOADS_OF_A_THEME}{', theme-0' if beside else ''}"
    link = f"  - {{kind: same initiative, case: {FIRST}, line: 9}}" if beside else ""
    return f"""---
title: {turn.text()}
kind: business case
source: {SOURCES}
summary: {turn.text()}
references: [{turn.text()}, {turn.text()}]
section: {turn.text()}
committee: {turn.text()}
themes: [{themes}]
stage: {turn.text()}
version: {turn.text()}
change: {{kind: correction, reason: {turn.text()}}}
area: [{turn.text()}, {turn.text()}]
people:
{items("name: @, role: @, organisation: @, state: @, line: #", 3, turn)}
decisions:
{items('body: @, date: "2018", stage: @, outcome: @, state: @, line: #', 2, turn)}
consultation: {{text: {turn.text()}, line: 3}}
exempt: {{paragraph: {turn.text()}, text: {turn.text()}}}
headline:
  amount: £900k
  measure: saving
  period: 2018/19
  basis: in year
  certainty: target
  text: {turn.text()}
  line: 12
  splits:
    - {{by: partner, name: {turn.text()}, amount: £900k, line: 13}}
options:
{items('title: @, number: "#", id: option-#, group: @, text: @, line: #', 2, turn)}
criteria:
{items('id: criterion-#, title: @, weight: "#", text: @, line: #', 2, turn)}
risk_log: {{text: {turn.text()}, line: 4}}
risks:
{items(RISK, 2, turn)}
dependencies:
{items("title: @, kind: depends on, text: @, line: #", 2, turn)}
impacts:
  affected: {turn.text()}
  positive: {turn.text()}
  protected:
    answer: {turn.text()}
    groups:
      age: {turn.text()}
      {turn.text()}: {turn.text()}
links:
{items("kind: related, name: @, text: @, line: #", 2, turn)}
{link}
---

## Context

{prose(turn)}

## Financial case

### {turn.heading()} {{#by-year}}
saving, £k, in year; lines 20 to 22; {turn.heading()}

| Row | 2018/19 | 2019/20 | note |
|-----|--------:|--------:|------|
| {turn.cell()} | 10 | 20 | {turn.cell()} |
| {turn.cell()} | 11 | 21 | {turn.cell()} |
| Total | 99 | 41 | {turn.cell()} |

### By place {{#by-place}}
cost, £k, in year; line 23

| {turn.cell()} | {turn.cell()} | North |
|-----|--------:|--------:|
| One | 10 | withheld ({turn.cell()}; {turn.cell()}) |

### Figures in the text {{#figures}}

| id | what | measure | amount | period | basis | line | note |
|----|------|---------|--------|--------|-------|------|------|
| one | {turn.cell()} | cost | £2m | 2018/19 | in year | 30 | {turn.cell()} |

### Claims {{#claims}}

| id | claim | value | what | line |
|----|-------|-------|------|------|
| two | payback | {turn.cell()} | {turn.cell()} | 31 |

### How the figures hang together {{#relations}}

- `by-year` adds up by column
- `one` same as `headline` (read as: {turn.raw().replace("(", "").replace(")", "")})

## Benefits

### Benefits {{#benefits}}
benefits; lines 40 to 41

| benefit | category | unit | baseline | improvement | line | note |
|---------|----------|------|----------|-------------|------|------|
| {turn.cell()} | {turn.cell()} | % | {turn.cell()} | {turn.cell()} | 40 | {turn.cell()} |

## Delivery

### Milestones {{#milestones}}
milestones; lines 50 to 51

| milestone | when | line | note |
|-----------|------|------|------|
| {turn.cell()} | 2018 | 50 | {turn.cell()} |

## People affected

### Stakeholders {{#stakeholders}}
stakeholders; lines 60 to 61

| group | stakeholder | raci | line | note |
|-------|-------------|------|------|------|
| {turn.cell()} | {turn.cell()} | R | 60 | {turn.cell()} |

## Notes on the document

{turn.raw()}
"""


def prose(turn: Turns) -> str:
    """Prose in which a payload stands wherever Markdown gives it a part to play."""
    return "\n\n".join(
        (
            f"Words and {turn.raw()} behind them.",
            f"[a link](<{turn.raw().replace('>', '')}>) and [another]({turn.raw()})",
            f"[{turn.raw()}](https://example.org/) and [one]: {turn.raw()}",
            f'[named](https://example.org/ "{turn.raw()}")',
            f"![{turn.raw()}](picture.png) and ![a picture](<{turn.raw().replace('>', '')}>)",
            f"<{turn.raw()}>",
            f"*{turn.raw()}* and `{turn.raw()}`",
            f"- {turn.raw()}\n- {turn.raw()}",
            f"> {turn.raw()}",
            f"| one | two |\n|---|---|\n| {turn.cell()} | {turn.cell()} |",
        )
    )


def mistaken_text(payloads: Words, start: int) -> str:
    """A case with a payload in every field that takes no free text: each becomes a problem."""
    turn = Turns(payloads, start)
    words = ("kind", "source", "dated", "key_decision", "call_in_deadline", "unknown field")
    plain = "\n".join(f"{word}: {turn.text()}" for word in words)
    return f"""---
title: {turn.text()}
{plain}
{turn.text()}: {turn.text()}
themes: [{turn.text()}]
headline:
  amount: {turn.text()}
  measure: {turn.text()}
  period: {turn.text()}
  basis: {turn.text()}
decisions:
{items("body: One, date: @, link: @, line: @, @: @", 2, turn)}
links:
{items("kind: @, case: @", 2, turn)}
---

## {turn.heading()}

### A table {{#{turn.raw()}}}
{turn.raw()}

| Row | {turn.cell()} |
|-----|------|
| One | {turn.cell()} |

### Relations {{#relations}}

- {turn.raw()}
"""


def councils(payloads: Words, number: int) -> dict[str, str]:
    """The files of as many councils, with payloads where words are free."""
    files = {}
    for council in range(number):
        turn = Turns(payloads, council)
        files[f"cases/council-{council}/council.yml"] = (
            f"name: {turn.text()}\nshort_name: {turn.text()}\ntype: {turn.text()}\n"
            f"region: {turn.text()}\n"
            f"population: {{people: 1000, year: 2020, source: {turn.text()}}}\n"
            f"abbreviations: {{{turn.text()}: {turn.text()}, ABC: {turn.text()}}}\n"
        )
    return files


def lists(payloads: Words) -> dict[str, str]:
    """The lists beside the cases: a source, and themes."""
    turn = Turns(payloads, 3)
    source = f"{SOURCES}: {{title: {turn.text()}, publisher: {turn.text()}, council: council-0}}\n"
    themes = (
        f"theme-{number}: {{title: {turn.text()}, about: {turn.text()}}}\n"
        for number in range(1 + len(payloads) // PAYLOADS_OF_A_THEME)
    )
    return {"cases/sources.yml": source, "cases/themes.yml": "".join(themes)}


def write_register(folder: Path, payloads: Words, *, cases: int, mistaken: int) -> Path:
    """A register of that many cases, in a folder that does not exist yet."""
    folder.mkdir()
    for name in PARTS_OF_A_REGISTER:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    texts = {path_of("case", number): case_text(payloads, number) for number in range(cases)}
    wrong = {
        path_of("wrong", number): mistaken_text(payloads, number) for number in range(mistaken)
    }
    owners = 1 + max(cases, mistaken) // CASES_OF_A_COUNCIL
    for name, text in {**lists(payloads), **councils(payloads, owners), **texts, **wrong}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def path_of(sort: str, number: int) -> str:
    """Where a case lies in the register."""
    return f"cases/council-{number // CASES_OF_A_COUNCIL}/2018-19/{sort}-{number}.md"
