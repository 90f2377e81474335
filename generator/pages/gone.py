"""What stands at the address of a case that moved or was withdrawn: where it went.

People keep links, and minutes quote them. An address that once led to a case never leads to
nothing: it says what became of the case. Should a case come to stand there again, it has the
address back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.identity import plan_year_of
from generator.core.period_format import format_day
from generator.pages.addresses import (
    CASES,
    CHANGES,
    Ref,
    case_address,
    council_address,
    history_address,
    link,
    plan_address,
    version_address,
)
from generator.pages.changed import gone_cases, withdrawn_case
from generator.pages.render import render
from generator.pages.steps import CaseSteps, case_steps
from generator.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.history.states import Gone
    from generator.pages.shelf import Shelf

KEEPS = (
    "The paper itself is the council’s, and it is not touched by what this register holds. What "
    "the register had of it stays in the register’s history."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GoneView:
    """The page at an old address.

    Attributes:
        said: what became of the case, in sentences.
        now: the case where it is now; without an address where it was withdrawn.
        others: where else to look.
    """

    title: str
    said: tuple[str, ...]
    now: Ref
    others: tuple[Ref, ...]


def gone_pages(shelf: Shelf) -> Iterator[Page]:
    """A page at each old address of a case, and one where its history and its versions were."""
    for gone in gone_cases(shelf):
        steps = _steps(gone, shelf)
        for kind, here, there in _addresses(gone, steps):
            view = _view(gone, steps, (here, there), shelf)
            yield Page(
                kind=kind,
                address=here,
                title=f"{view.title}: {steps.title}",
                description=" ".join(view.said),
                content=render(shelf.templates, "gone.html", view),
            )


def _addresses(gone: Gone, steps: CaseSteps) -> Iterator[tuple[str, str, str]]:
    """The kind of each page that was below an old address, its address, and where it leads now."""
    yield "gone", case_address(gone.path), steps.page
    yield "gone-history", history_address(gone.path), steps.url
    known = {point.blob for point in steps.points}
    for blob in dict.fromkeys(state.blob for state in gone.states if state.path == gone.path):
        there = version_address(steps.path, blob) if blob in known else steps.url
        yield "version", version_address(gone.path, blob), there


def _steps(gone: Gone, shelf: Shelf) -> CaseSteps:
    if gone.became:
        return shelf.kept(case_steps, gone.became)
    return withdrawn_case(gone, shelf).steps


def _view(gone: Gone, steps: CaseSteps, way: tuple[str, str], shelf: Shelf) -> GoneView:
    """The page at the first of two addresses, which leads to the second."""
    here, there = way
    day = f" on {format_day(gone.time.date())}" if gone.time and gone.commit else ""
    folder, year, _ = gone.path.split("/")
    others = (
        (plan_address(folder, year), f"All cases of {_plan(gone.path, shelf)}"),
        (council_address(folder), f"All cases of {shelf.council_name(folder)}"),
        (CASES, "All cases of the register"),
        (CHANGES, "What changed in the register"),
    )
    if gone.became:
        title = "This case has moved"
        said = [f"“{steps.title}” moved to another address{day}."]
        now = Ref(
            text=f"{steps.title}, {_plan(gone.became, shelf)}",
            url=link(there, here),
        )
    else:
        title = "This case is no longer in the register"
        said = [f"“{steps.title}”, {_plan(gone.path, shelf)}, was taken out{day}.", KEEPS]
        now = Ref(text="")
    known = tuple(
        Ref(text=text, url=link(url, here)) for url, text in others if url in shelf.addresses
    )
    return GoneView(title=title, said=tuple(said), now=now, others=known)


def _plan(path: str, shelf: Shelf) -> str:
    folder, year, _ = path.split("/")
    return f"{shelf.council_name(folder)} {plan_year_of(year)}"
