"""Registers to make pages from: this repository's own, and small ones written in a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.pages.pages import all_pages
from generator.pages.shelf import Shelf, shelve
from generator.reading.register import Register, load_register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.core.case import Case
    from generator.site.page import Page

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
AS_AT = date(2020, 6, 1)

COUNCIL = "name: Northshire County Council\nshort_name: Northshire\ntype: county\n"
THEMES = "meals: {title: Meals, about: Who eats what.}\n"
SOURCES = (
    "northshire-plan:\n"
    "  title: Business plan\n"
    "  publisher: Northshire County Council\n"
    "  council: northshire\n"
)
PATH = "cases/northshire/2018-19/a-1-meals.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class Register1:
    """A register of one case, with what a view of it needs."""

    case: Case
    shelf: Shelf


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Mapping[str, str]], Register]:
    """Writes files by path and reads them as a register, beside lists that are always there."""

    def write(files: Mapping[str, str]) -> Register:
        lists = {
            "cases/northshire/council.yml": COUNCIL,
            "cases/themes.yml": THEMES,
            "cases/sources.yml": SOURCES,
        }
        for path, text in {**lists, **files}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load_register(tmp_path)

    return write


@pytest.fixture
def case_of(written: Callable[[Mapping[str, str]], Register]) -> Callable[..., Register1]:
    """Reads a case from its fields and its body; the fields that must be there are added."""

    def read(fields: str = "", body: str = "", *, sound: bool = True) -> Register1:
        title = "" if fields.startswith("title:") else "title: Meals\n"
        text = f"---\n{title}source: northshire-plan\n{fields.strip()}\n---\n\n{body.strip()}\n"
        register = written({PATH: text})
        if sound:
            assert not register.problems, register.problems
        shelf = shelve(register, AS_AT, production=False)
        return Register1(case=next(iter(shelf.cases.values())), shelf=shelf)

    return read


@pytest.fixture(scope="session")
def real() -> Register:
    """The register of this repository."""
    return load_register(ROOT)


@pytest.fixture(scope="session")
def real_pages(real: Register) -> tuple[Page, ...]:
    """Its pages."""
    return all_pages(real, AS_AT, production=False, templates=TEMPLATES)


class Body(HTMLParser):
    """A page's body as a browser would take it apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        """What stands on the page, with single spaces."""
        return " ".join("".join(self.pieces).split())

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [said[attribute] for _, said in self.tags if attribute in said]

    @property
    def headings(self) -> list[int]:
        """The levels of the headings, in order."""
        levels = {f"h{level}": level for level in range(1, 7)}
        return [levels[tag] for tag, _ in self.tags if tag in levels]
