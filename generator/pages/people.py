"""Who is affected over the cases of a council's year: which groups, by how many cases, how much.

Every number leads to its cases. What a case does not say is shown as not said and never as no
impact, and that a case looks at a group does not mean that its effect falls on that group alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.affected import Looked, Said
from generator.core.adding_up import within
from generator.core.words import listed
from generator.pages.addresses import Ref
from generator.pages.impacts import QUESTIONS
from generator.pages.phrases import count, joined, sentence
from generator.pages.year_parts import totals_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.affected import Affected, GroupLook, QuestionLook
    from generator.core.adding_up import AddedUp
    from generator.pages.behind import Behind, Listed

QUESTION = dict(QUESTIONS)
SAY = {
    Said.WORDS: ("answers in words", "answer in words"),
    Said.NONE: ("answers “none”", "answer “none”"),
    Said.NOT_APPLICABLE: ("answers “not applicable”", "answer “not applicable”"),
    Said.ELSEWHERE: ("refers to another document", "refer to another document"),
    Said.UNKNOWN: ("does not say", "do not say"),
}
NAMES_NONE = (
    "No case looks at any one group of people by itself. Who is affected is then not known."
)
OTHERS = tuple(look for look in Looked if look is not Looked.TOUCHED)
# An answer on protected characteristics says nothing of any other group.
LOCAL = (Looked.NOT_ASSESSED, Looked.UNKNOWN)
NOWHERE = "in no total"


@dataclass(frozen=True, kw_only=True, slots=True)
class CountRow:
    """A question of the form, and how many cases answer it in which way."""

    name: str
    numbers: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupRow:
    """A group of people.

    Attributes:
        touched: how many cases look at it.
        amount: what these come to in the plan's totals; empty where no case looks at it.
        better: of these, how many say in words what gets better; `worse` likewise.
        others: how many cases say each of ``OTHERS``, of a local group each of ``LOCAL``.
    """

    name: str
    touched: Ref
    amount: str
    better: Ref
    worse: Ref
    others: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PeopleView:
    """The page on who is affected by a council's plan.

    Attributes:
        sentences: what the tables say, in short.
        columns: the heads of the answers to a question; `looks` of what cases say of a group,
            `local_looks` of what they say of a local one.
        protected: the nine characteristics; none where no case so much as mentions one of them.
        behind: the cases behind each number.
        csv: the same as a file.
    """

    title: str
    plan: Ref
    sentences: tuple[str, ...]
    columns: tuple[str, ...]
    questions: tuple[CountRow, ...]
    looks: tuple[str, ...]
    local_looks: tuple[str, ...]
    protected: tuple[GroupRow, ...]
    local: tuple[GroupRow, ...]
    behind: tuple[Listed, ...]
    csv: Ref


def people_view(
    found: Affected, whole: AddedUp, behind: Behind, *, plan: Ref, csv: str
) -> PeopleView:
    """Who is affected by the plan of this title, whose cases come to `whole`."""
    looked = any(look.touched or look.cases[Looked.NOT_ASSESSED] for look in found.protected)
    view = PeopleView(
        title=f"Who is affected: {plan.text.replace(': ', ', ')}",
        plan=plan,
        sentences=people_sentences(found),
        looks=tuple(map(sentence, OTHERS)),
        local_looks=tuple(map(sentence, LOCAL)),
        protected=tuple(_group(look, whole, behind) for look in found.protected if looked),
        local=tuple(_group(look, whole, behind) for look in found.local),
        columns=tuple(map(sentence, Said)),
        questions=tuple(_question(look, behind) for look in found.questions),
        behind=(),
        csv=Ref(text="The same as a file for spreadsheets (CSV)", url=csv),
    )
    return replace(view, behind=behind.lists())


def people_sentences(found: Affected) -> tuple[str, ...]:
    """What the tables say: how many answer, which groups are looked at, and what is not known."""
    return tuple(_sentences(found))


def _sentences(found: Affected) -> Iterator[str]:
    protected = next(look for look in found.questions if look.question == "protected")
    given = {one: len(protected.cases[one]) for one in SAY if protected.cases[one]}
    if found.cases == 1:
        (one,) = given
        yield f"On people with a protected characteristic, the paper {SAY[one][0]}."
    else:
        said = joined([count(number, *SAY[one]) for one, number in given.items()])
        yield f"Of {count(found.cases, 'case')}, on people with a protected characteristic: {said}."
    touched = [look for look in (*found.protected, *found.local) if look.touched]
    if not touched:
        yield NAMES_NONE
    else:
        ordered = sorted(touched, key=lambda look: (-len(look.touched), look.group))
        looked_at = [f"{look.group} ({count(len(look.touched), 'case')})" for look in ordered]
        yield f"Groups that cases look at: {joined(looked_at)}."
    silent = [look.group for look in found.protected if not look.touched]
    if silent and touched:
        yield f"No case looks at {listed(silent)}."


def _question(look: QuestionLook, behind: Behind) -> CountRow:
    name = QUESTION[look.question]
    return CountRow(
        name=name,
        numbers=tuple(behind.number(look.cases[said], said, of=name) for said in Said),
    )


def _group(look: GroupLook, whole: AddedUp, behind: Behind) -> GroupRow:
    name = sentence(look.group)
    amount = sentence(totals_said(within(whole, look.touched)) or NOWHERE) if look.touched else ""
    return GroupRow(
        name=name,
        touched=behind.number(look.touched, Looked.TOUCHED, of=name),
        amount=amount,
        better=behind.number(look.better, "says what gets better", of=name),
        worse=behind.number(look.worse, "says what gets worse", of=name),
        others=tuple(
            behind.number(look.cases[said], said, of=name)
            for said in OTHERS
            if look.protected or said in LOCAL
        ),
    )
