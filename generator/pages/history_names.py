"""What versions are called on pages, in feeds and in data: by number, by paper and by day.

Two days belong to a version and are never mixed: the one that its paper bears, and the one on
which it came into this register. What a summary prints beside the business case of the same pack
is a version too, but nothing that a council changed, and it has no date of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.changes.over_time import restates
from generator.core.period_format import format_day
from generator.pages.addresses import DIGITS
from generator.pages.headline import headline_view
from generator.pages.phrases import sentence

if TYPE_CHECKING:
    from generator.history.versions import Past, Read, Version

NOT_SHOWN = "not shown"


def papers(past: Past) -> tuple[Version, ...]:
    """The versions that papers gave rise to: without what was only edited in the register."""
    return tuple(version for version in past.versions if not version.edited)


def version_number(version: Version) -> str:
    """``version 2``, or that it is the file as it stands, edited since the version before."""
    return "the file as it stands" if version.edited else f"version {version.number}"


def version_name(version: Version) -> str:
    """``Version 2: programme summary in the same pack``."""
    number = sentence(version_number(version))
    return number if version.edited else f"{number}: {paper(version.read)}"


def paper(read: Read) -> str:
    """What a version was published as: ``outline business case (marked 1.0), 20 December 2013``."""
    if read.withheld:
        return NOT_SHOWN
    case = read.case
    if restates(case):
        return f"{case.stage or 'summary'} in the same pack"
    label = f" (marked {case.version})" if case.version else ""
    dated = f", {format_day(case.dated)}" if case.dated else ""
    return f"{case.stage or case.kind.value}{label}{dated}"


def headline_within(read: Read) -> str:
    """The headline as it stands within a sentence: ``about £1.5 million saving, in 2018/19``."""
    if read.case.headline is None and read.lacks("headline"):
        return "the headline was removed and is not shown"
    view = headline_view(read.case)
    own_words = read.case.headline is not None and not view.is_amount
    return view.text if own_words else f"{view.text[:1].lower()}{view.text[1:]}"


def came(read: Read) -> str:
    """On which day a version came into this register, in a sentence."""
    time = read.state.time
    if time is None or not read.state.commit:
        return "It is not committed to the register yet."
    return f"It came into this register on {format_day(time.date())}."


def day_of(read: Read) -> str:
    """The same in short: ``20 November 2026``."""
    time = read.state.time
    return format_day(time.date()) if time and read.state.commit else "not committed yet"


def by_blob(past: Past) -> dict[str, list[Version]]:
    """The versions by the first digits of their content: one that came back stands with itself.

    Without a history nothing stays, so nothing has an address of its own.
    """
    found: dict[str, list[Version]] = {}
    for version in past.versions:
        if past.known and version.read.state.blob:
            found.setdefault(version.read.state.blob[:DIGITS], []).append(version)
    return found
