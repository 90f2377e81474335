"""Who a proposal affects, as far as its document says.

A form asks who is affected, for better, for worse, and whether people with a
protected characteristic are affected more than others. Whether such a question
was never asked, left blank, answered "none" or answered at length are different
facts, and a reader needs to see which one it is: a question left empty is not an
answer of "no impact".
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.dataclasses import dataclass

from generator.core.scalars import STRICT, LinesField
from generator.core.words import PROTECTED_CHARACTERISTICS, AnswerState, word_of

NOT_ASSESSED = "not assessed"


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Answer:
    """What stands in answer to one question: a word for its state, or a text of our own.

    Attributes:
        elsewhere: the document that is said to hold the answer, where this one only refers to it:
            such a question is neither answered here nor left open.
    """

    answer: str
    elsewhere: str | None = None
    line: LinesField | None = None

    @property
    def state(self) -> AnswerState:
        """Which of the six ways of being answered this is."""
        return word_of(self.answer, AnswerState) or AnswerState.TEXT


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class GroupAnswer:
    """What the document says of one group of people."""

    group: str
    answer: str

    @property
    def assessed(self) -> bool:
        """Whether the document looks at this group at all."""
        return self.answer.strip().lower() != NOT_ASSESSED

    @property
    def protected(self) -> bool:
        """Whether the law names this group (Equality Act 2010, section 4); else a local one."""
        return self.group in PROTECTED_CHARACTERISTICS


def _short_answer(value: Any) -> Any:  # noqa: ANN401 - a file may hold anything
    return {"answer": value} if isinstance(value, str) else value


def _listed_groups(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return [{"group": _group(str(group)), "answer": said} for group, said in value.items()]
    return value


def _group(name: str) -> str:
    """One of the nine as the law has it; any other as the document writes it."""
    return name.lower() if name.lower() in PROTECTED_CHARACTERISTICS else name


AnswerField = Annotated[Answer, BeforeValidator(_short_answer, json_schema_input_type=str | Answer)]
Groups = Annotated[
    tuple[GroupAnswer, ...],
    BeforeValidator(_listed_groups, json_schema_input_type=dict[str, str]),
]


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Protected(Answer):
    """The answer on protected characteristics, and what is said group by group."""

    groups: Groups = ()


ProtectedField = Annotated[
    Protected, BeforeValidator(_short_answer, json_schema_input_type=str | Protected)
]


@dataclass(frozen=True, kw_only=True, slots=True, config=STRICT)
class Impacts:
    """The five answers of a community impact assessment; None where the file has none."""

    affected: AnswerField | None = None
    positive: AnswerField | None = None
    negative: AnswerField | None = None
    neutral: AnswerField | None = None
    protected: ProtectedField | None = None
