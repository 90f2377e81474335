"""Hostile text anywhere in a case, a council, a theme or a source is shown and does nothing."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from generator.core.amounts import Unit
from generator.core.councils import Council, Source, Theme
from generator.core.deciding import Link
from generator.core.identity import CaseId
from generator.core.problems import Fault, Place, Problem
from generator.core.redactions import Redaction
from generator.core.relations import Relation
from generator.core.words import LinkKind
from generator.history.past import Pasts
from generator.history.states import Gone, History, State
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.reading.register import Register
from tests.pages.conftest import AS_AT, TEMPLATES, Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case
    from generator.site.page import Page

PAYLOADS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "javascript:alert(1)",
    "</title></textarea></style><iframe src=javascript:alert(1)>",
    "[a](javascript:alert(1)) ![b](https://example.org/x.png) <b onclick=alert(1)>",
    "{{ 7*7 }} {% include 'x' %} ${7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#106;avascript:alert(1)",
    "`<a href=//evil.example>x</a>` <!-- --> <![CDATA[ ]]>",
]  # fmt: skip
# Fields whose text is from a closed form and could not hold anything else.
CLOSED = {"link", "likelihood", "impact", "council", "raci", "id"}
HARMLESS = {
    *(
        "header",
        "section",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    ),
    *("div", "span", "a", "strong", "em", "code", "pre", "blockquote", "hr", "br"),
    *("form", "label", "input", "select", "option", "button"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary"),
    *("ins", "del", "meter", "figure", "figcaption", "svg", "title", "desc", "g", "path", "text"),
}
INSIDE = (
    *("cases/", "councils/", "themes/", "sums/", "methods/", "submit/", "case.json", "tables/"),
    *("history.json", "risks.csv", "feeds/"),
)
# The longest cases, which between them have every field.
PATHS = (
    "plymouth/2014-15/cco-co-operative-centre-of-operations",
    "plymouth/2014-15/game-growth-assets-municipal-enterprise",
    "cambridgeshire/2018-19/a-r-6-224-childrens-centres",
)


def hostile(value: Any, text: str) -> Any:  # noqa: ANN401 - any value of the model
    """The value with `text` in place of every free text in it.

    Ids and relations stay what they are, so that sums are worked out of hostile figures too.
    """
    if type(value) is str:
        return text
    if isinstance(value, tuple):
        return tuple(hostile(item, text) for item in value)
    if isinstance(value, Relation):
        return dataclasses.replace(value, reason=text)
    if not dataclasses.is_dataclass(value) or isinstance(value, CaseId | Unit | type):
        return value
    changed = {
        field.name: hostile(getattr(value, field.name), text)
        for field in dataclasses.fields(value)
        if field.init and field.name not in CLOSED
    }
    return dataclasses.replace(value, **changed)


def hostile_register(register: Register, text: str) -> Register:
    def problem(path: str) -> Problem:
        fault = Fault(code=text, read=text, expected=text, remedy=text)
        return Problem(place=Place(path=path), fault=fault)

    cases = {}
    for path in PATHS:
        loaded = register.cases[path]
        case: Case = dataclasses.replace(hostile(loaded.case, text), unreadable=(text, "risks"))
        cases[path] = dataclasses.replace(loaded, case=case)
    council = Council(
        name=text, short_name=text, type=text, region=text, abbreviations={text: text}
    )
    return Register(
        cases=cases,
        councils={"plymouth": council},
        themes={text: Theme(title=text, about=text), "meals": Theme(title=text, about=text)},
        sources={text: Source(title=text, publisher=text, council=text)},
        problems=tuple(problem(path) for path in (f"cases/{PATHS[0]}.md", text)),
    )


def hostile_past(register: Register, text: str) -> Pasts:
    """Earlier versions of the last case that say other things, and what was removed of them."""
    path = PATHS[2]
    case = register.cases[path].case
    old = {
        "a" * 40: dataclasses.replace(case, risks=(), impacts=None, headline=None, tables=()),
        "b" * 40: dataclasses.replace(case, people=(), decisions=(), sections=case.sections[:2]),
    }
    names = (*old, "c" * 40, "d" * 40)
    states = tuple(
        State(blob=name, commit=name, time=datetime(2020, 1, day, tzinfo=UTC), path=path)
        for day, name in enumerate(names, 1)
    )
    gone = Gone(
        path="cambridgeshire/2018-19/once", became=None, commit="e" * 40,
        time=datetime(2020, 1, 3, tzinfo=UTC),
        states=(dataclasses.replace(states[0], path="cambridgeshire/2018-19/once"),),
    )  # fmt: skip
    cases = {name: hostile(case, text) for name, case in old.items()}
    folded = dataclasses.replace(cases["b" * 40], committee=f"{text}!")
    cases |= {"b" * 40: dataclasses.replace(folded, version=f"{text}?"), "c" * 40: folded}
    removed = Redaction(
        case=register.cases[path].case.id, field="people", reason=text, authority=text,
        date=date(2020, 6, 1),
    )  # fmt: skip
    return Pasts(
        read=lambda _, names: {name: cases[name] for name in names},
        history=History(
            states={path: states},
            gone={gone.path: gone},
            commits={state.commit: state.time for state in states if state.time},
            known=True,
        ),
        removals=(removed,),
    )


def pages(register: Register, text: str) -> Iterator[Page]:
    hostile_one = hostile_register(register, text)
    cases = {**hostile_one.cases}
    to = Link(kind=LinkKind.PART_OF, case=cases[PATHS[1]].case.id, text=text)
    for path in (PATHS[0], PATHS[2]):  # of two councils, which so stand side by side
        loaded = cases[path]
        themed = dataclasses.replace(loaded.case, themes=("meals", text), links=(to,))
        cases[path] = dataclasses.replace(loaded, case=themed)
    yield from all_pages(
        dataclasses.replace(hostile_one, cases=cases), AS_AT, production=False,
        templates=TEMPLATES, pasts=hostile_past(register, text),
    )  # fmt: skip


@pytest.mark.parametrize("text", PAYLOADS)
def test_hostile_text_runs_nothing_on_any_page(real: Register, text: str) -> None:
    found = tuple(pages(real, text))
    assert {page.kind for page in found} == {
        *("home", "register", "view", "case", "council", "councils", "theme", "themes"),
        *("council-year", "committee", "methods", "data", "sums", "sums-view", "questions"),
        *("check", "case-questions", "history", "version", "step", "changes", "changes-sheet"),
        *("people", "says"),
        *("gone", "gone-history", "compare", "two-councils", "two-cases"),
    }
    for page in found:
        for tag, said in Body(page.content).tags:
            assert tag in HARMLESS, (page.address, tag)
            assert not [name for name in said if name.startswith("on")], (page.address, said)
            assert "style" not in said
            assert "src" not in said
            leads = said.get("href", "").lower()
            assert leads.startswith(("#", "../", "./", "http://", "https://", "mailto:")) or (
                leads.startswith(INSIDE) or not leads
            ), (page.address, leads)


@pytest.mark.parametrize("text", PAYLOADS)
def test_hostile_text_is_shown_as_it_was_typed(real: Register, text: str) -> None:
    case = next(page for page in pages(real, text) if page.kind == "case")
    assert " ".join(text.split()) in Body(case.content).text
    assert case.title.startswith(text)


@pytest.mark.parametrize("text", PAYLOADS)
def test_findings_on_hostile_figures_are_words_like_any_other(real: Register, text: str) -> None:
    kinds = {"sums-view", "questions", "case-questions"}
    shown = {page.kind for page in pages(real, text) if page.kind in kinds
             and " ".join(text.split()) in Body(page.content).text}  # fmt: skip
    assert shown == kinds


@pytest.mark.parametrize("text", PAYLOADS)
def test_hostile_text_leaves_the_data_what_it_is(real: Register, text: str) -> None:
    hostile_one, past = hostile_register(real, text), hostile_past(real, text)
    for asset in all_assets(hostile_one, AS_AT, past):
        body = asset.body.decode("utf-8")
        if asset.address.endswith(".csv"):
            assert text.replace('"', '""') in body, asset.address
            continue
        if asset.address.endswith(".atom"):
            said = "".join(ET.fromstring(asset.body).itertext())  # noqa: S314 - written here
            assert " ".join(text.split()) in " ".join(said.split()), asset.address
            continue
        assert text in json.dumps(json.loads(body), ensure_ascii=False) or (
            json.dumps(text, ensure_ascii=False)[1:-1] in body
        )
