"""From which document a case is written, what the register is not, and what has to be mended.

Every case page says who published the document and when, that the register is not the
council's own and does not know what happened since, and how to send a correction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.period_format import format_day
from generator.core.words import ChangeKind
from generator.pages.addresses import SUBMIT, Ref, case_address, link
from generator.pages.phrases import ended, joined, lost, place, sentence
from generator.pages.shelf import Shelf, case_file, source_keys

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.deciding import Change
    from generator.core.problems import Problem

MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
PAGE = re.compile(r"https://[^\s\"'<>]+")
LINES = "Lines are those of our text copy; the page numbers were lost."
NOT_OURS = (
    "This register is an independent reading. It is not the council’s own, "
    "and it does not know what happened since."
)
CORRECTION = (
    "To correct something on this page, say which line of the document it concerns, "
    "and what it should say."
)
FIELDS = {
    "risk_log": "how the risks are measured",
    "key_decision": "whether it is a key decision",
    "call_in_deadline": "the deadline for calling it in",
    "dated": "the date of the version",
    "claims": "the claims of the appraisal",
    "figures": "the figures in the text",
    "tables": "a finance table",
    "relations": "how the figures hang together",
    "source": "the source document",
    "sections": "the text",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentView:
    """A source document: in one sentence, with a link where there is one."""

    text: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginView:
    """Where a case comes from, each text a sentence.

    Attributes:
        guide: how to send in a correction.
        contact: whom to tell of a mistake.
    """

    documents: tuple[DocumentView, ...]
    facts: tuple[str, ...]
    data: str
    file: str
    guide: Ref
    contact: Ref | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MendingView:
    """What has to be mended before a case can be published; both empty where nothing has."""

    unreadable: str
    problems: tuple[str, ...]


def origin_view(case: Case, shelf: Shelf, contact: str = "") -> OriginView:
    """The documents behind a case, what the register says of itself, and whom to tell."""
    return OriginView(
        documents=tuple(_document(case, key, shelf) for key in source_keys(case)),
        facts=(*_version(case), LINES, NOT_OURS, CORRECTION),
        data="case.json",
        file=case_file(case),
        guide=Ref(text="How to send in a correction", url=link(SUBMIT, case_address(case.id))),
        contact=Ref(text=contact, url=reach(contact)) if contact else None,
    )


def reach(contact: str) -> str:
    """Where a link to a contact leads: an address of mail or of a page; else nowhere."""
    if MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if PAGE.fullmatch(contact) else ""


def published_by(case: Case, shelf: Shelf) -> str:
    """``“Title”, published by Publisher; the document carries no date``, without a full stop."""
    taken = "The source document was removed from the register and is not shown"
    return taken if "source" in case.removed else published(case.source, shelf)


def published(key: str, shelf: Shelf) -> str:
    """The same of the document that the register lists under a key."""
    source = shelf.source(key)
    if source is None:
        return "The source document is not listed in the register"
    dated = format_day(source.dated) if source.dated else "the document carries no date"
    return f"“{source.title}”, published by {source.publisher}; {dated}"


def where_headline(case: Case) -> str:
    """Where the headline stands, in the words that DESIGN asks for."""
    lines = place(case.headline.line) if case.headline else ""
    return f"{sentence(lines)} of our text copy; the page number was lost." if lines else ""


def mending_view(case: Case, problems: tuple[Problem, ...]) -> MendingView:
    """What an officer has to mend."""
    unread = [name for name in case.unreadable if name not in case.removed]
    fields = [FIELDS.get(name, name.replace("_", " ")) for name in unread]
    return MendingView(
        unreadable=f"What could not be read: {joined(fields)}." if fields and problems else "",
        problems=tuple(map(problem_text, problems)),
    )


def problem_text(problem: Problem) -> str:
    """A problem in sentences: where, what was read, what was expected, what to do."""
    at, fault = problem.place, problem.fault
    return (
        f"Line {at.line}, column {at.column}: {fault.read}. Expected: {fault.expected}. "
        f"What to do: {ended(fault.remedy)} [{fault.code}]"
    )


def _document(case: Case, key: str, shelf: Shelf) -> DocumentView:
    source = shelf.source(key)
    if source is None and key == case.source and lost(case, "source"):
        return DocumentView(text=lost(case, "source"), link="")
    if source is None:
        return DocumentView(text=f"A document that the register does not list: “{key}”.", link="")
    dated = f"dated {format_day(source.dated)}" if source.dated else "the document carries no date"
    also = "Also used: " if key != case.source else "This page is written from "
    text = f"{also}“{source.title}”, published by {source.publisher}; {dated}."
    return DocumentView(text=text, link=source.link or "")


def _version(case: Case) -> list[str]:
    """The version of the case itself, and why its figure changed."""
    facts = []
    if case.version or case.dated:
        version = f"version {case.version}" if case.version else "this version"
        dated = f", dated {format_day(case.dated)}" if case.dated else ""
        facts.append(f"{sentence(version)}{dated}.")
    if case.stage:
        facts.append(f"Stage: {ended(case.stage)}")
    if case.change:
        facts.append(_change(case.change))
    return facts


def _change(change: Change) -> str:
    """Why the version before prints another figure; what one pack says twice has not changed."""
    reason = ended(change.reason)
    if change.kind is ChangeKind.RESTATED:
        return f"Said again in the same pack: {reason}"
    return f"The figure has changed ({change.kind}): {reason}"
