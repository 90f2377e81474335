"""Every page and file on the history of one case, below the page of the case.

A case of one version has a short page and an address for its version; each further version adds a
page of its own and a sheet of what changed. What is asked of the shelf is the case and its past
alone, so that a register of many cases without a history pays next to nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pages.addresses import (
    case_address,
    history_address,
    step_address,
    version_address,
)
from generator.pages.history_data import history_file
from generator.pages.history_entries import steps
from generator.pages.history_names import by_blob
from generator.pages.history_sheet import sheet_view
from generator.pages.history_version import beside, edit_views, old_case, old_view, standing_view
from generator.pages.history_view import history_view
from generator.pages.moved import moved
from generator.pages.render import render
from generator.pages.shelf import title_of
from generator.pages.version_chart import version_file
from generator.site.page import Asset, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.core.case import Case
    from generator.history.versions import Past, Version
    from generator.pages.history_version import StandingView
    from generator.pages.shelf import Shelf

DEEPER = 2  # folders that a version lies below the page of its case


def history_pages(case: Case, past: Past, shelf: Shelf, contact: str = "") -> Iterator[Page]:
    """The page on how the case changed, one for each content it had, a sheet for each step."""
    council = shelf.council_name(case.id.council)
    name = f"{title_of(case)}, {council} {case.id.plan_year}"
    view = history_view(case, past, shelf)
    yield Page(
        kind="history",
        address=history_address(case.id),
        title=f"How this case changed: {name}",
        description=view.lede,
        content=render(shelf.templates, "history.html", view),
    )
    for those in by_blob(past).values():
        yield _version_page(those, past, case, shelf, name=name, contact=contact)
    for blob, edit in edit_views(case, past, shelf).items():
        yield Page(
            kind="version",
            address=version_address(case.id, blob),
            title=f"{edit.title}: {name}",
            description=f"{edit.title}. {name}.",
            content=render(shelf.templates, "history_edit.html", edit),
        )
    for address, before, after in sheets(case, past):
        sheet = sheet_view(before, after, past, case, shelf)
        yield Page(
            kind="step",
            address=address,
            title=f"{sheet.title}: {name}",
            description=f"{sheet.title}. {name}. {sheet.scope}",
            content=render(shelf.templates, "history_sheet.html", sheet),
        )


def history_files(
    case: Case,
    past: Past,
    shelf: Shelf,
    data_of: Callable[[Case, Shelf], Sequence[Asset]],
) -> Iterator[Asset]:
    """What programs and the script on the page read: ``history.json``, and each older version.

    Args:
        case: as it stands.
        past: its versions.
        shelf: the register.
        data_of: makes the files that stand beside the page of a case.
    """
    if len(past.versions) < 2:
        return
    numbers = {(one.number, two.number): address for address, one, two in sheets(case, past)}
    yield history_file(case, past, shelf, numbers)
    headlines = version_file(case, past.versions)
    if headlines:
        yield headlines
    for those in by_blob(past).values():
        if not those[-1].read.withheld and not any(version.current for version in those):
            old = old_case(those[-1], case)
            here, there = case_address(case.id), version_address(case.id, those[-1].read.state.blob)
            for file in data_of(old, beside(shelf, those[-1], old)):
                yield replace(file, address=there + file.address.removeprefix(here))


def sheets(case: Case, past: Past) -> Iterator[tuple[str, Version, Version]]:
    """The address of each sheet with its two versions; a step that was made twice stands once."""
    found = {}
    for before, after in steps(past):
        blobs = before.read.state.blob, after.read.state.blob
        if all(blobs):
            found[step_address(case.id, *blobs)] = before, after
    return ((address, *pair) for address, pair in found.items())


def _version_page(  # noqa: PLR0913 - what the page of a case is made of, and its versions
    those: Sequence[Version], past: Past, case: Case, shelf: Shelf, *, name: str, contact: str
) -> Page:
    """The page of one content that a case called `name` had, in one version or several."""
    standing = standing_view(those, past, case, shelf)
    title = f"{standing.title}: {name}"
    return Page(
        kind="version",
        address=version_address(case.id, those[-1].read.state.blob),
        title=title,
        description=f"{title}. The page of the case shows how it stands.",
        content=_version(standing, those[-1], case, shelf, contact),
        canonical=case_address(case.id) if standing.is_current else "",
    )


def _version(
    standing: StandingView, version: Version, case: Case, shelf: Shelf, contact: str
) -> str:
    """A version by itself; what stands today, or was removed, is only named."""
    content = render(shelf.templates, "history_version.html", standing)
    if standing.is_current or standing.withheld:
        return content
    body = render(shelf.templates, "case.html", old_view(version, case, shelf, contact))
    known = shelf.addresses.__contains__
    return f"{content}\n{moved(body, case_address(case.id), DEEPER, known)}"
