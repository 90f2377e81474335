"""A finding as a reader sees it: the sum as on paper, the assumption, and what can be asked.

The published figure and ours stand beside each other, every part with what the document calls
it and the line it stands on, so that a reader can do the sum again with the paper in hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS
from generator.audit.checks import gap
from generator.audit.findings import Level
from generator.core.amounts import Amount
from generator.core.money_format import as_printed, format_amount
from generator.pages.addresses import Ref
from generator.pages.levels import LEVELS, LevelView
from generator.pages.phrases import place, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.audit.findings import Finding, Where, Working
    from generator.core.naming import Described

NOTHING = Ref(text="")
BY_ITSELF = Ref(text="a number used in this sum")
TITLES = {check.code: check.title for check in CHECKS}


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureRefs:
    """How a page leads to figures.

    Attributes:
        url: where a figure can be looked up; empty where it cannot.
        other: `` in the case “…”`` for a figure of another case, else empty.
    """

    url: Callable[[Described], str]
    other: Callable[[Described], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A small sign beside a figure that leads to a finding on it.

    Attributes:
        text: what is seen: ``≠ 3``.
        said: what is read out: ``finding 3: does not agree``.
    """

    level: str
    text: str
    said: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperLine:
    """A line of a sum on paper: what is done, with which figure, and where that stands."""

    text: str
    sign: str = ""
    what: Ref = NOTHING
    place: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A sum written out: its lines, what they come to, and beside it what is printed.

    Attributes:
        table: where the printed figure stands; lines from there do not say it again.
        result: empty where one figure stands beside another and nothing is worked out.
        difference: how much of that is printed more or less, an amount and the word; both are
            empty where one is a range.
    """

    table: str
    lines: tuple[PaperLine, ...]
    result: str
    printed: PaperLine
    difference: tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingView:
    """A finding.

    Attributes:
        id: its anchor on the page of the case.
        number: its place among those of the case, by which marks name it.
        remarks: what is to be said beside the sum; empty where the sum says it all.
        figures: the figures with a part in it, where no sum was worked out.
    """

    id: str
    number: int
    level: LevelView
    title: str
    paper: Paper | None
    figures: tuple[PaperLine, ...]
    remarks: str
    assumption: str
    question: str
    check: Ref


def finding_views(
    findings: Sequence[Finding], refs: FigureRefs, check_url: Callable[[str], str]
) -> tuple[FindingView, ...]:
    """The findings of a case, in order.

    Args:
        findings: those of the case, as its audit has them.
        refs: how figures are found from the page.
        check_url: the page of the check with a code.
    """
    ids = finding_ids(findings)
    return tuple(
        FindingView(
            id=id_,
            number=number,
            level=LEVELS[finding.level],
            title=finding.title,
            paper=_paper(finding, finding.working, refs) if finding.working else None,
            figures=() if finding.working else tuple(paper_line(w, refs) for w in finding.where),
            remarks=_remarks(finding),
            assumption=f"{finding.assumption}." if finding.assumption else "",
            question=finding.question,
            check=Ref(text=TITLES.get(finding.code, finding.code), url=check_url(finding.code)),
        )
        for number, (id_, finding) in enumerate(zip(ids, findings, strict=True), start=1)
    )


def finding_ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The anchor of each finding on the page of its case: ``finding-row-total-2``."""
    seen: Counter[str] = Counter()
    ids = []
    for finding in findings:
        seen[finding.code] += 1
        ids.append(f"finding-{finding.code}-{seen[finding.code]}")
    return tuple(ids)


def marks_of(path: str, findings: Sequence[Finding]) -> Mapping[str, tuple[Mark, ...]]:
    """The marks for the page of the case at `path`, by the name of the figure.

    A finding marks the figure it is about, not each of its parts: the published one, or where
    that stands in another case, the first that stands here.
    """
    marks: dict[str, list[Mark]] = defaultdict(list)
    for number, (id_, finding) in enumerate(
        zip(finding_ids(findings), findings, strict=True), start=1
    ):
        here = next((w.figure.name for w in finding.where if w.figure.case == path), None)
        if here is not None:
            level = LEVELS[finding.level]
            said = f"finding {number}: {level.words.lower()}"
            mark = Mark(level=level.key, text=f"{level.mark} {number}", said=said, url=f"#{id_}")
            marks[here].append(mark)
    return {name: tuple(found) for name, found in marks.items()}


def by_weight(views: Iterable[FindingView]) -> tuple[tuple[FindingView, ...], ...]:
    """What is shown at once, and the notes, which are folded."""
    shown = list(views)
    notes = tuple(view for view in shown if view.level.key == Level.NOTE)
    return tuple(view for view in shown if view.level.key != Level.NOTE), notes


def _paper(finding: Finding, working: Working, refs: FigureRefs) -> Paper:
    printed, *_ = finding.where
    table = printed if printed.figure.within else None
    lines = [
        replace(paper_line(step.where, refs, table), sign=step.sign, text=step.text)
        if step.where
        else PaperLine(sign=step.sign, text=step.text, what=BY_ITSELF)
        for step in working.steps
    ]
    if working.divided_by > 1:
        lines.append(PaperLine(sign="÷", text=f"{working.divided_by}", what=Ref(text="how many")))
    at_least = "at least " if working.at_least else ""
    return Paper(
        table=_table(printed) if table else "",
        lines=tuple(lines),
        result="" if is_plain(working) else at_least + working.result,
        printed=paper_line(printed, refs, table),
        difference=_difference(finding),
    )


def is_plain(working: Working) -> bool:
    """Whether nothing is worked out: one figure that stands for itself beside another."""
    one = len(working.steps) == 1 and not working.at_least
    return one and working.steps[0].text == working.result


def paper_line(where: Where, refs: FigureRefs, table: Where | None = None) -> PaperLine:
    """A figure as printed; what it stands in is left out where `table` has said it."""
    figure, said = where.figure, table.figure if table else None
    same = said is not None and (figure.case, figure.within) == (said.case, said.within)
    within = f" in “{figure.within}”" if figure.within and not same else ""
    text = f"{figure.text}{within}{refs.other(figure)}"
    same_lines = same and said is not None and figure.context.lines == said.context.lines
    return PaperLine(
        text=as_printed(where.amount) if where.amount else "",
        what=Ref(text=sentence(text), url=refs.url(figure)),
        place="" if same_lines else place(figure.context.lines),
    )


def _table(where: Where) -> str:
    """``In “Costs”, lines 12 to 20``."""
    lines = place(where.figure.context.lines)
    return f"In “{where.figure.within}”{f', {lines}' if lines else ''}"


def _difference(finding: Finding) -> tuple[str, str]:
    """``£822,000`` and ``more`` than the parts come to."""
    number = finding.difference.number if finding.difference else None
    if finding.difference is None or not number:
        return "", ""
    size = format_amount(Amount(number=number.copy_abs(), unit=finding.difference.unit))
    return size, "more" if number > 0 else "less"


def _remarks(finding: Finding) -> str:
    """The explanation without what stands in the sum and in the assumption beside it."""
    said = finding.explanation
    if finding.working and finding.published:
        _, beside, rest = said.partition(f"; printed is {as_printed(finding.published)}.")
        said = rest.strip() if beside else said
    if finding.difference:
        said = said.removeprefix(gap(finding.difference))
    if finding.assumption:
        said = said.strip().removesuffix(f"{finding.assumption}.")
    return said.strip()
