"""The page of the whole register: every case in one table, and what it can be narrowed by.

The table is complete without a script. With one, a form above it narrows the rows by what each
of them carries; the words offered there are made here from the cases, so that nothing can be
chosen that no case has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.core.identity import file_of
from generator.pages.addresses import (
    CASES,
    Ref,
    case_address,
    committee_address,
    council_address,
    link,
    plan_address,
)
from generator.pages.headline import HeadlineView, headline_view
from generator.pages.listing import ThemeItem, as_at_words, scope, theme_items
from generator.pages.origin import problem_text
from generator.pages.phrases import count, sentence
from generator.pages.plan_items import PlanItem, plan_items
from generator.pages.render import render
from generator.pages.shelf import Shelf, title_of
from generator.pages.views import view_refs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.core.case import Case

NO_COMMITTEE = "none named"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A case in the table, with the words it can be narrowed by.

    Attributes:
        about: its kind and references.
        themes: as they are called, for the filter; each name ends with a line break.
    """

    what: Ref
    about: str
    council: Ref
    year: Ref
    committee: Ref
    kind: str
    themes: str
    headline: HeadlineView
    problems: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """The same, set; and of the words it can be narrowed by, those that a choice is made of.

    Attributes:
        html: the row of the table.
        words: council, year, kind and committee, by the names of the choices.
        themes: as they are called.
    """

    html: str
    words: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A list of the filter: what it narrows, its label, and what can be chosen."""

    name: str
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterView:
    """The whole register.

    Attributes:
        number: of all cases, as the filter's counter says it: ``16 cases``.
        problems: those of files that have no page of their own.
    """

    scope: str
    number: str
    views: tuple[Ref, ...]
    plans: tuple[PlanItem, ...]
    themes: tuple[ThemeItem, ...]
    choices: tuple[Choice, ...]
    rows: Markup
    problems: tuple[str, ...]
    as_at: str


def register_view(shelf: Shelf) -> RegisterView:
    """Every case, by council and, within a council, the latest plan first."""
    paths = sorted(shelf.paths(), key=lambda path: path.split("/")[0])
    lines = [shelf.kept(register_line, path) for path in paths]
    return RegisterView(
        scope=scope(shelf),
        number=count(len(paths), "case"),
        views=view_refs(CASES),
        plans=plan_items(paths, shelf, CASES),
        themes=tuple(item for item in theme_items(shelf, CASES) if item.what.url),
        choices=tuple(_choices(lines)),
        rows=Markup("\n".join(line.html for line in lines)),  # noqa: S704 - set by a template
        problems=() if shelf.production else _homeless_problems(shelf),
        as_at=as_at_words(shelf),
    )


def register_row(case: Case, shelf: Shelf) -> Row:
    """One case in the table."""
    folder, year, named = case.id.council, case.id.year_folder, case.committee or ""
    address = committee_address(folder, year, named)
    found = len(shelf.problems_of(case))
    return Row(
        what=Ref(text=title_of(case), url=link(case_address(case.id), CASES)),
        about=" · ".join(filter(None, [sentence(case.kind.value), ", ".join(case.references)])),
        council=Ref(text=shelf.council_name(folder), url=link(council_address(folder), CASES)),
        year=Ref(text=case.id.plan_year, url=link(plan_address(folder, year), CASES)),
        committee=Ref(text=named, url=link(address, CASES) if address else ""),
        kind=sentence(case.kind.value),
        themes="".join(f"{_theme(key, shelf)}\n" for key in case.themes),
        headline=headline_view(case),
        problems=f"{sentence(count(found, 'problem'))} to mend in its file" if found else "",
    )


def register_line(case: Case, shelf: Shelf) -> Line:
    """The same, set once for as long as the case is as it is."""
    row = register_row(case, shelf)
    words = {"council": row.council.text, "year": row.year.text, "kind": row.kind}
    words["committee"] = row.committee.text or NO_COMMITTEE
    return Line(
        html=render(shelf.templates, "parts/register_row.html", row),
        words=tuple(words.items()),
        themes=tuple(row.themes.splitlines()),
    )


def _theme(key: str, shelf: Shelf) -> str:
    theme = shelf.register.themes.get(key)
    return " ".join(theme.title.split()) if theme else key


def _choices(lines: Sequence[Line]) -> Iterable[Choice]:
    """What there is to choose from; a list with one thing in it narrows nothing and is left out."""
    words = {word for line in lines for word in line.words}
    of = {name: sorted(text for other, text in words if other == name) for name, _ in words}
    of["theme"] = sorted({theme for line in lines for theme in line.themes})
    labels = (
        ("council", "Council"), ("year", "Plan year"), ("theme", "Theme"),
        ("kind", "Kind of document"), ("committee", "Committee"),
    )  # fmt: skip
    for name, label in labels:
        options = of.get(name, [])
        if len(options) > 1:
            latest_first = name == "year"
            yield Choice(
                name=name,
                label=label,
                options=tuple(reversed(options) if latest_first else options),
            )


def _homeless_problems(shelf: Shelf) -> tuple[str, ...]:
    """Problems of files that are no case, or no case that could be read at all."""
    files = set(map(file_of, shelf.cases))
    return tuple(
        f"{path}: {problem_text(problem)}"
        for path, problems in sorted(shelf.by_file.items())
        if path not in files
        for problem in problems
    )
