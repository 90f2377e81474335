"""Who is affected, as far as the document says: six ways of being answered, in words.

A question left blank is not an answer of "no impact", and a form that never asked is
not silent in the same way as one that was not filled in. So each answer is told for
what it is, and so is each protected characteristic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.words import PROTECTED_CHARACTERISTICS, AnswerState, Heading
from generator.pages.phrases import SILENT, ended, joined, lost, place, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.core.case import Case
    from generator.core.impacts import Answer, GroupAnswer

ANSWERS = {
    AnswerState.NOT_ASKED: "The document does not ask this.",
    AnswerState.BLANK: "The form asks, and nothing was filled in.",
    AnswerState.NOT_APPLICABLE: "The document says: not applicable.",
    AnswerState.NONE: "The document says: none.",
    AnswerState.UNCLEAR: "The answer in the document is not clear.",
}
UNANSWERED = (AnswerState.NOT_ASKED, AnswerState.BLANK, AnswerState.UNCLEAR)
QUESTIONS = (
    ("affected", "Who is affected"),
    ("positive", "What gets better"),
    ("negative", "What gets worse"),
    ("neutral", "Where it makes no difference"),
    ("protected", "People with a protected characteristic"),
)

# What a question asks, in a sentence that names several.
ASKED_FOR = {
    "affected": "who is affected",
    "positive": "what gets better",
    "negative": "what gets worse",
    "neutral": "where it makes no difference",
    "protected": "about people with a protected characteristic",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerView:
    """One question of the form and its answer."""

    question: str
    answer: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """What the document says of one group of people, and whether the law names it."""

    group: str
    sort: str
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ImpactsView:
    """The answers in order, the groups as listed, and which characteristics are not mentioned.

    Attributes:
        not_asked: questions that the form does not have, in one sentence where they are several.
    """

    not_asked: str
    answers: tuple[AnswerView, ...]
    groups: tuple[GroupView, ...]
    unmentioned: str


def impacts_view(case: Case) -> ImpactsView:
    """Everything on who is affected."""
    groups = case.impacts.protected.groups if case.impacts and case.impacts.protected else ()
    unasked = [field for field, _ in QUESTIONS if _is_not_asked(case, field)]
    together = unasked if len(unasked) > 1 else []
    *most, last = [ASKED_FOR[field] for field in together] or [""]
    return ImpactsView(
        not_asked=f"The document does not ask {', '.join(most)} or {last}." if together else "",
        answers=tuple(
            _answer(case, field, question) for field, question in QUESTIONS if field not in together
        ),
        groups=tuple(map(_group, groups)),
        unmentioned=_unmentioned(groups),
    )


def affected(case: Case) -> str:
    """The answer to the question who is affected, in full."""
    return _answer(case, *QUESTIONS[0]).answer


def told_elsewhere(case: Case) -> bool:
    """Whether the form's question is not answered, but prose of the paper is on people affected."""
    answer = case.impacts.affected if case.impacts else None
    unanswered = answer is None or answer.state in UNANSWERED
    told = (s.text for s in case.sections if s.heading is Heading.PEOPLE_AFFECTED)
    return unanswered and any(text.strip() for text in told)


def got_worse(case: Case) -> str:
    """The answer to the question what gets worse, where it is one in words; else empty."""
    answer = case.impacts.negative if case.impacts else None
    return ended(answer.answer) if answer and answer.state is AnswerState.TEXT else ""


def _is_not_asked(case: Case, field: str) -> bool:
    """Whether the form has no such question, as far as no line of the paper says so itself."""
    answer: Answer | None = getattr(case.impacts, field, None)
    return answer is not None and answer.state is AnswerState.NOT_ASKED and answer.line is None


def _answer(case: Case, field: str, question: str) -> AnswerView:
    answer: Answer | None = getattr(case.impacts, field, None)
    if answer is None:
        return AnswerView(question=question, answer=lost(case, "impacts") or SILENT, place="")
    words = ANSWERS.get(answer.state) or ended(answer.answer)
    return AnswerView(question=question, answer=words, place=place(answer.line))


def _group(answer: GroupAnswer) -> GroupView:
    return GroupView(
        group=sentence(answer.group),
        sort="Equality Act 2010" if answer.protected else "local",
        answer=ended(answer.answer) if answer.assessed else "Not assessed.",
    )


def _unmentioned(groups: Sequence[GroupAnswer]) -> str:
    """Which of the nine characteristics are not listed, where the document goes group by group."""
    listed = {answer.group for answer in groups}
    rest = [name for name in PROTECTED_CHARACTERISTICS if name not in listed]
    if not groups or not rest:
        return ""
    return f"The document says nothing of {joined(rest)}."
