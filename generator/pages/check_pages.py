"""The methods page of each check, made from the check itself, with a worked example.

What is told here is what runs: title, formula and levels are the check's own, and the example is
a small invented register on which the check is run while the page is made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS, audit
from generator.pages.addresses import METHODS, Ref, check_address, link, sums_view_address
from generator.pages.case_sums import levels_found
from generator.pages.finding_view import (
    FigureRefs,
    FindingView,
    PaperLine,
    finding_views,
    paper_line,
)
from generator.pages.levels import LEVELS, LevelView, found_words
from generator.pages.phrases import sentence
from generator.pages.shelf import title_of
from generator.reading.examples import example_earlier, example_register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.audit.checks import Check
    from generator.audit.findings import Finding, Level
    from generator.core.naming import Described
    from generator.pages.shelf import Shelf

NOTHING_FOUND = "It has found nothing in the cases of this register."


@dataclass(frozen=True, kw_only=True, slots=True)
class ExampleView:
    """A check at work: the figures of an invented case, and what the check says of them."""

    case: str
    figures: tuple[PaperLine, ...]
    finding: FindingView


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckView:
    """The page of a check.

    Attributes:
        levels: what the levels that `speaks` names are called on pages.
        found: what it has found in this register, in words.
        where: the list of that; its `url` is empty where nothing was found.
    """

    title: str
    family: str
    about: str
    formula: str
    speaks: str
    levels: tuple[LevelView, ...]
    found: str
    where: Ref
    example: ExampleView | None
    methods: Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckItem:
    """A check in the list of all."""

    id: str
    check: Ref
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FamilyView:
    """The checks of one family."""

    title: str
    checks: tuple[CheckItem, ...]


def families() -> tuple[FamilyView, ...]:
    """All checks by family, for the page on methods."""
    return tuple(
        FamilyView(
            title=family.value,
            checks=tuple(_item(check) for check in CHECKS if check.family is family),
        )
        for family in dict.fromkeys(check.family for check in CHECKS)
    )


def all_levels(shelf: Shelf) -> Mapping[str, list[Level]]:
    """The level of each finding of the register, by the code of its check."""
    found: dict[str, list[Level]] = defaultdict(list)
    for path in shelf.paths():
        for code, level in shelf.kept(levels_found, path):
            found[code].append(level)
    return found


def check_view(check: Check, found: Mapping[str, list[Level]]) -> CheckView:
    """The page of one check; `found` are the levels of all findings, by code."""
    here = check_address(check.code)
    words = found_words(found.get(check.code, ()))
    listed = f"{link(sums_view_address('kind'), here)}#{check.code}"
    return CheckView(
        title=check.title,
        family=check.family.value,
        about=check.about,
        formula=sentence(check.formula),
        speaks=check.speaks,
        levels=tuple(LEVELS.values()),
        found=f"In the cases of this register: {words}." if words else NOTHING_FOUND,
        where=Ref(text="All of them", url=listed if words else ""),
        example=_example(check.code),
        methods=Ref(text="All checks", url=f"{link(METHODS, here)}#checks"),
    )


def _item(check: Check) -> CheckItem:
    url = link(check_address(check.code), METHODS)
    return CheckItem(id=check.code, check=Ref(text=check.title, url=url), about=check.about)


@cache
def _example(code: str) -> ExampleView | None:
    """What the check finds first in its example, and the figures that this is about."""
    register = example_register(code)
    cases = {path: loaded.case for path, loaded in register.cases.items()}
    before = example_earlier(code)
    for path, case in cases.items():
        council = register.councils.get(case.id.council)
        earlier = before.get(path, ())
        findings = audit(case, cases, council, _only(code), earlier=earlier).findings
        if findings:
            titles = {path: title_of(other) for path, other in cases.items() if other is not case}
            return _at_work(title_of(case), findings[0], titles)
    return None


def _only(code: str) -> tuple[Check, ...]:
    return tuple(check for check in CHECKS if check.code == code)


def _at_work(case: str, finding: Finding, others: Mapping[str, str]) -> ExampleView:
    def other(figure: Described) -> str:
        title = others.get(figure.case)
        return f" in the case “{title}”" if title else ""

    refs = FigureRefs(url=lambda _: "", other=other)
    (view,) = finding_views([finding], refs, lambda _: "")
    figures = tuple(paper_line(where, refs) for where in finding.where)
    return ExampleView(case=case, figures=figures, finding=view)
