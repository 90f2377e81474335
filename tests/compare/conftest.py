"""The cases of this repository, distilled for comparison as the pages do it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.audit.audit import Audit, audit
from generator.compare.distilling import facts_of, figure_of
from generator.compare.facts import Facts, Side, side_of
from generator.reading.register import Register, load_register

if TYPE_CHECKING:
    from generator.core.case import Case

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class Real:
    """The register of this repository, with the facts of each case by its path."""

    register: Register
    cases: dict[str, Case]
    audits: dict[str, Audit]
    facts: dict[str, Facts]

    def side(self, name: str) -> Side:
        """A case by its path, with the figure behind a ``#`` or else with its headline."""
        path, _, figure = name.partition("#")
        council = self.register.councils[path.partition("/")[0]]
        side = side_of(self.facts[path], council)
        if not figure:
            return side
        found = figure_of(self.cases[path], figure, self.audits[path])
        assert found, name
        return Side(facts=side.facts, council=council, figure=found)

    def on_theme(self, theme: str) -> list[Side]:
        """The cases of a theme."""
        return [self.side(path) for path, facts in self.facts.items() if theme in facts.themes]


@pytest.fixture(scope="session")
def real() -> Real:
    """The register of this repository."""
    register = load_register(ROOT)
    cases = {path: loaded.case for path, loaded in register.cases.items()}
    audits = {
        path: audit(case, cases, register.councils[case.id.council]) for path, case in cases.items()
    }
    facts = {path: facts_of(case, audits[path]) for path, case in cases.items()}
    return Real(register=register, cases=cases, audits=audits, facts=facts)
