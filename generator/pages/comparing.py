"""A theme: councils side by side, question by question, and no common scale.

Under each question stands each council's answer for each of its cases on the theme, so
that one reads across. No amount of one plan is added to one of another, and none is ranked;
why not is said in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.money_format import format_amount
from generator.pages.addresses import THEMES, case_address, council_address, link, theme_address
from generator.pages.deciding import who_decides
from generator.pages.first_screen import summary_of
from generator.pages.headline import headline_view
from generator.pages.impacts import affected
from generator.pages.origin import published_by, where_headline
from generator.pages.phrases import (
    SILENT,
    count,
    ended,
    joined,
    opening,
    period_words,
    sentence,
)
from generator.pages.plan_items import PlanItem, plan_items
from generator.pages.risks import risks_summary
from generator.pages.scale import why_no_scale
from generator.pages.shelf import Shelf, councils_of, paths_in_order, title_of
from generator.pages.weighing import options_summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.core.case import Case

NO_SCALE = "Why the amounts are not put on one scale"


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One case's answer to a question; `lead` stands large, `items` behind a fold."""

    case: str
    url: str
    lead: str
    text: str
    items: tuple[str, ...] = ()
    items_title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One council's answers to a question."""

    council: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question with each council's answers.

    Attributes:
        plans: what can be added up, plan by plan; of the question how much alone.
        reasons: why the answers have no common scale.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    plans: tuple[PlanItem, ...] = ()
    reasons_title: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilHead:
    """A council in a list: its page, how large and of what type it is, and its cases there."""

    name: str
    url: str
    about: str
    cases: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeView:
    """A theme's page."""

    title: str
    about: str
    scope: str
    councils: tuple[CouncilHead, ...]
    questions: tuple[Question, ...]


def theme_view(key: str, shelf: Shelf) -> ThemeView:
    """The page of the theme `key`, which has a case at least."""
    theme, paths = shelf.register.themes[key], shelf.on_theme(key)
    here = theme_address(key) or ""
    folders = sorted(councils_of(paths))
    return ThemeView(
        title=theme.title,
        about=theme.about or "",
        scope=_scope(len(paths), [shelf.council_name(folder) for folder in folders]),
        councils=tuple(council_head(folder, paths, shelf, here) for folder in folders),
        questions=tuple(_questions(paths, shelf, here)),
    )


def council_head(folder: str, paths: Sequence[str], shelf: Shelf, here: str) -> CouncilHead:
    """A council with what is known of its type and size, and how many of the cases are its own."""
    mine = sum(path.startswith(f"{folder}/") for path in paths)
    council = shelf.council(folder)
    about = [council.type] if council and council.type else []
    if council and council.population:
        people, year = council.population.people, period_words(council.population.year)
        about.append(f"{format_amount(people)} in {year}")
    return CouncilHead(
        name=shelf.council_name(folder),
        url=link(council_address(folder), here),
        about=sentence(", ".join(about)),
        cases=count(mine, "case"),
    )


def _scope(cases: int, councils: list[str]) -> str:
    if len(councils) == 1:
        return f"{sentence(count(cases, 'case'))}, from {councils[0]} alone."
    return f"{count(cases, 'case')} from {len(councils)} councils: {joined(councils)}."


# What a reader asks of each case, in order: the anchor and the question.
QUESTIONS = (
    ("proposed", "What is proposed"),
    ("how-much", "How much"),
    ("stage", "How far it has come"),
    ("options", "Which options were considered"),
    ("risks", "Which risks are named"),
    ("affected", "Who is affected"),
    ("decides", "Who decides, and when"),
    ("source", "From which document"),
)


def _questions(paths: Sequence[str], shelf: Shelf, here: str) -> Iterator[Question]:
    columns: dict[str, list[tuple[Said, ...]]] = {}
    for path in sorted(paths_in_order(paths), key=lambda path: path.split("/")[0]):
        columns.setdefault(path.split("/")[0], []).append(shelf.kept(answers, path))
    for number, (id_, title) in enumerate(QUESTIONS):
        said = (
            Column(council=shelf.council_name(folder), answers=tuple(all_[number] for all_ in same))
            for folder, same in columns.items()
        )
        cases = [shelf.cases[path] for path in paths] if id_ == "how-much" else []
        reasons = why_no_scale(cases, shelf)
        yield Question(
            id=id_,
            title=title,
            columns=tuple(said),
            plans=plan_items(paths, shelf, here) if id_ == "how-much" else (),
            reasons_title=NO_SCALE if reasons else "",
            reasons=reasons,
        )


def answers(case: Case, shelf: Shelf) -> tuple[Said, ...]:
    """What a case says to each of ``QUESTIONS``; all themes lie equally deep, so its link holds."""
    said = (
        ("", summary_of(case)),
        _how_much(case),
        _stage(case),
        ("", options_summary(case)),
        ("", risks_summary(case)),
        ("", opening(affected(case))),
        ("", opening(who_decides(case))),
        ("", _source(case, shelf)),
    )
    return tuple(
        _said(case, answer, with_risks=id_ == "risks")
        for answer, (id_, _) in zip(said, QUESTIONS, strict=True)
    )


def _said(case: Case, answer: tuple[str, str], *, with_risks: bool) -> Said:
    titles = tuple(risk.title for risk in case.risks) if with_risks else ()
    return Said(
        case=f"{title_of(case)}, {case.id.plan_year}",
        url=link(case_address(case.id), f"{THEMES}theme/"),
        lead=answer[0],
        text=answer[1],
        items=titles,
        items_title="The risks" if titles else "",
    )


def _how_much(case: Case) -> tuple[str, str]:
    headline = headline_view(case)
    about = "; ".join(filter(None, [headline.reading, headline.about]))
    return headline.amount, ended(about)


def _stage(case: Case) -> tuple[str, str]:
    kind = f"{sentence(case.kind.value)}."
    return "", f"{kind} Stage: {ended(case.stage) if case.stage else SILENT.lower()}"


def _source(case: Case, shelf: Shelf) -> str:
    return f"{ended(published_by(case, shelf))} {where_headline(case)}".strip()
