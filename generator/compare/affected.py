"""Who is affected, over many cases: counted by group and by question, each count with its cases.

A question that was left empty is unknown and never "no impact". For every group each case stands
in exactly one place: it looks at the group, says that it did not assess it, says that nobody with
a protected characteristic is affected more, says "N/A", or leaves it open. So the counts of a
group add up to all cases, and another case can only add to them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.compare.facts import QUESTIONS
from generator.core.identity import slug_of
from generator.core.words import PROTECTED_CHARACTERISTICS, AnswerState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.compare.facts import Facts

Paths = tuple[str, ...]


class Looked(StrEnum):
    """What a case says of a group of people, in the words of all pages and files."""

    TOUCHED = "looks at this group"
    NONE = "says that no group is affected more"
    NOT_APPLICABLE = "says “not applicable”"
    NOT_ASSESSED = "says that it was not assessed"
    UNKNOWN = "does not say"


class Said(StrEnum):
    """What a case says to a question, in such words; `UNKNOWN` is whatever is no answer.

    A reference to a document that is not at hand is no answer either, and no silence.
    """

    WORDS = "answered in words"
    NONE = "answered “none”"
    NOT_APPLICABLE = "answered “not applicable”"
    ELSEWHERE = "refers to another document"
    UNKNOWN = "not known"


SAID = {
    AnswerState.TEXT: Said.WORDS,
    AnswerState.NONE: Said.NONE,
    AnswerState.NOT_APPLICABLE: Said.NOT_APPLICABLE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLook:
    """A group of people, and the cases by what each says of it.

    Attributes:
        protected: whether the law names the group (Equality Act 2010, section 4).
        cases: the paths of the cases for each of ``Looked``; together they are all cases.
        better: of the cases that look at it, those whose paper says in words what gets better;
            for whom is a matter of the paper and not of this count.
        worse: likewise what gets worse.
    """

    group: str
    protected: bool
    cases: Mapping[Looked, Paths]
    better: Paths
    worse: Paths

    @property
    def touched(self) -> Paths:
        """The cases that look at it."""
        return self.cases[Looked.TOUCHED]


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionLook:
    """A question of the form, and the cases by what each says to it; together all cases."""

    question: str
    cases: Mapping[Said, Paths]


@dataclass(frozen=True, kw_only=True, slots=True)
class Affected:
    """Who is affected over some cases.

    Attributes:
        cases: how many there are.
        questions: each of ``QUESTIONS``.
        protected: the nine characteristics in the order of the Act, named by a case or not.
        local: the other groups that cases name, by how many look at them and then by name.
    """

    cases: int
    questions: tuple[QuestionLook, ...]
    protected: tuple[GroupLook, ...]
    local: tuple[GroupLook, ...]


def affected(cases: Iterable[Facts]) -> Affected:
    """Who is affected over these cases; their order makes no difference."""
    every = sorted(cases, key=lambda facts: facts.path)
    naming = _naming(every)
    law, local = (_otherwise(every, protected=protected) for protected in (True, False))
    others = (_group(name, naming, local) for name in _local(every))
    return Affected(
        cases=len(every),
        questions=tuple(_question(question, every) for question in QUESTIONS),
        protected=tuple(_group(name, naming, law) for name in PROTECTED_CHARACTERISTICS),
        local=tuple(sorted(others, key=lambda look: -len(look.touched))),
    )


def _naming(cases: Iterable[Facts]) -> Mapping[str, Sequence[Facts]]:
    """The cases that name a group, in order, by the group as ``looked_at`` knows it again."""
    found: dict[str, dict[str, Facts]] = defaultdict(dict)
    for facts in cases:
        for each in facts.groups:
            found[each.group][facts.path] = facts
    naming: dict[str, dict[str, Facts]] = defaultdict(dict)
    for name, by_path in found.items():
        naming[slug_of(name)] |= by_path
    return {slug: [by_path[path] for path in sorted(by_path)] for slug, by_path in naming.items()}


def _otherwise(cases: Iterable[Facts], *, protected: bool) -> Mapping[Looked, Paths]:
    """What each of the cases says of a group that it does not name."""
    found: dict[Looked, list[str]] = defaultdict(list)
    for facts in cases:
        found[_unnamed(facts, protected=protected)].append(facts.path)
    return {look: tuple(paths) for look, paths in found.items()}


def _local(cases: Sequence[Facts]) -> list[str]:
    """The other groups that cases name; a capital letter or a hyphen makes no other group.

    Of several spellings of one name it is the first in the order of the cases.
    """
    spelled = dict.fromkeys(group.group for facts in cases for group in facts.groups)
    named = {slug_of(name): name for name in reversed(spelled)}
    known = set(map(slug_of, PROTECTED_CHARACTERISTICS))
    return [name for slug, name in sorted(named.items()) if slug not in known]


def looked_at(facts: Facts, group: str) -> Looked:
    """What one case says of one group."""
    named = [each for each in facts.groups if slug_of(each.group) == slug_of(group)]
    if any(each.assessed for each in named):
        return Looked.TOUCHED
    if named:
        return Looked.NOT_ASSESSED
    return _unnamed(facts, protected=group in PROTECTED_CHARACTERISTICS)


def _unnamed(facts: Facts, *, protected: bool) -> Looked:
    """What a case says of a group that it does not name."""
    state = facts.answer("protected")
    if protected and state is AnswerState.NONE:
        return Looked.NONE
    if protected and state is AnswerState.NOT_APPLICABLE:
        return Looked.NOT_APPLICABLE
    return Looked.UNKNOWN


def said_to(facts: Facts, question: str) -> Said:
    """What one case says to one question; of a field that was lost nothing is known."""
    state = facts.answer(question)
    if question in facts.referred:
        return Said.ELSEWHERE
    return SAID.get(state, Said.UNKNOWN) if state else Said.UNKNOWN


def _group(
    group: str, naming: Mapping[str, Sequence[Facts]], otherwise: Mapping[Looked, Paths]
) -> GroupLook:
    """A group, of which most cases of many say nothing of their own; see ``_otherwise``."""
    named = naming.get(slug_of(group), ())
    paths = {facts.path for facts in named}
    found = {
        look: [path for path in otherwise.get(look, ()) if path not in paths] for look in Looked
    }
    for facts in named:
        found[looked_at(facts, group)].append(facts.path)
    touched = [facts for facts in named if looked_at(facts, group) is Looked.TOUCHED]
    return GroupLook(
        group=group,
        protected=group in PROTECTED_CHARACTERISTICS,
        cases={look: tuple(found[look]) for look in Looked},
        better=_in_words(touched, "positive"),
        worse=_in_words(touched, "negative"),
    )


def _in_words(cases: Iterable[Facts], question: str) -> Paths:
    return tuple(facts.path for facts in cases if said_to(facts, question) is Said.WORDS)


def _question(question: str, cases: Iterable[Facts]) -> QuestionLook:
    found: dict[Said, list[str]] = defaultdict(list)
    for facts in cases:
        found[said_to(facts, question)].append(facts.path)
    return QuestionLook(question=question, cases={said: tuple(found[said]) for said in Said})
