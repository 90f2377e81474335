"""Who is affected over many cases: which groups of people papers look at, and which none names.

A question that was left open is told as open. That a group is not named says nothing of whether
it is affected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.affected import Looked, Said
from generator.pages.addresses import Ref, case_address, link
from generator.pages.people import SAY
from generator.pages.phrases import count, joined, plural, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.compare.affected import Affected, GroupLook
    from generator.compare.facts import Facts

PART = "people-affected"  # of the page of a case
QUESTIONS = {
    "positive": "what gets better",
    "negative": "what gets worse",
    "protected": "people with a protected characteristic",
}
OPEN = ("leaves it open or was not asked", "leave it open or were not asked")
SAID = SAY | {Said.UNKNOWN: OPEN}
MOST_LINKED = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLine:
    """A group of people, or a question, with the cases in words and as links."""

    title: str
    text: str
    cases: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupsView:
    """Who is affected.

    Attributes:
        questions: how many cases answer each question in words, and how many leave it open.
        groups: those that a case at least looks at.
        unnamed: the protected characteristics that no case names, in a sentence.
    """

    questions: tuple[GroupLine, ...]
    groups: tuple[GroupLine, ...]
    unnamed: str


def groups_view(cases: Iterable[Facts], found: Affected, here: str) -> GroupsView:
    """Who is affected over these cases, as was found, for the page at `here`."""
    by_path = {facts.path: facts for facts in cases}
    return GroupsView(
        questions=tuple(_questions(found)),
        groups=tuple(
            _group(look, found.cases, by_path, here)
            for look in (*found.protected, *found.local)
            if look.touched
        ),
        unnamed=_unnamed(found),
    )


def _questions(found: Affected) -> Iterator[GroupLine]:
    for look in found.questions:
        if look.question in QUESTIONS:
            said = [
                f"{count(len(paths), 'case')} {plural(len(paths), *SAID[said])}"
                for said, paths in look.cases.items()
                if paths
            ]
            title = sentence(QUESTIONS[look.question])
            yield GroupLine(title=title, text=", ".join(said), cases=())


def _group(look: GroupLook, of: int, cases: Mapping[str, Facts], here: str) -> GroupLine:
    """A group that is looked at; what gets better or worse is said of the case, not of it."""
    paths = look.touched if len(look.touched) <= MOST_LINKED else ()
    not_assessed = len(look.cases[Looked.NOT_ASSESSED])
    also = f"; {count(not_assessed, 'case')} did not assess it" if not_assessed else ""
    sort = "" if look.protected else " (a group of local choice)"
    return GroupLine(
        title=f"{sentence(look.group)}{sort}",
        text=f"{len(look.touched)} of {count(of, 'case')}{also}",
        cases=tuple(
            Ref(text=cases[path].title, url=f"{link(case_address(path), here)}#{PART}")
            for path in paths
        ),
    )


def _unnamed(found: Affected) -> str:
    rest = [look.group for look in found.protected if not look.touched]
    if not rest:
        return ""
    return (
        f"No paper here looks at these protected characteristics one by one: {joined(rest)}. That "
        "does not mean that nobody is affected."
    )
