"""How a step is measured: what it took, that it ends, and what the other makers are given."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from bench.measure import StepError, Taken, measure
from bench.others import write_hugo, write_mkdocs
from bench.register import ROOT, real_cases
from bench.report import Measured, report
from bench.run import Bench

if TYPE_CHECKING:
    from pathlib import Path


def step(program: str, limit: float, cwd: Path) -> Taken | None:
    return measure([sys.executable, "-c", program], limit, cwd=cwd, environment={})


def test_a_step_has_its_memory_and_its_work_counted(tmp_path: Path) -> None:
    taken = step("held = bytearray(100_000_000); sum(range(1_000_000))", 60, tmp_path)
    assert taken is not None
    assert taken.memory > 100
    assert taken.cpu > 0


def test_a_step_that_takes_too_long_is_ended_and_left_out(tmp_path: Path) -> None:
    assert step("import time; time.sleep(600)", 0.2, tmp_path) is None


def test_a_step_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="no such site"):
        step("raise SystemExit('no such site')", 60, tmp_path)


def test_the_others_get_every_word_of_a_case(tmp_path: Path) -> None:
    write_mkdocs(ROOT, tmp_path / "mkdocs")
    write_hugo(ROOT, tmp_path / "hugo")
    for case in real_cases(ROOT):
        body = set(re.findall(r"\w+", case.text.split("---\n", 2)[2]))
        front = set(re.findall(r"\w+", case.text.split("---\n", 2)[1]))
        for folder in ("mkdocs/docs", "hugo/content"):
            text = (tmp_path / folder / f"{case.path}.md").read_text(encoding="utf-8")
            found = set(re.findall(r"\w+", text))
            # Ids of headings stand in braces, which plain Markdown does not know.
            ids = set(re.findall(r"\w+", " ".join(re.findall(r"\{#[^}]*\}", case.text))))
            assert body - found <= ids
            assert front - found == set()


@pytest.mark.parametrize(
    ("only", "taken"),
    [([], ["pages", "mkdocs"]), (["pages"], ["pages"]), (["mkdocs", "one"], ["mkdocs"])],
)
def test_steps_can_be_asked_for_alone(tmp_path: Path, only: list[str], taken: list[str]) -> None:
    bench = Bench(folder=tmp_path, limit=1, only=frozenset(only))
    assert [step for step in ("pages", "mkdocs") if bench.wants(step)] == taken


def test_a_step_that_was_not_asked_for_is_left_out_of_the_tables() -> None:
    taken = Taken(wall=2.0, cpu=1.0, memory=50.0)
    tables = report({10_000: {"pages": [taken], "one": [taken]}}, [], 60, loads=(0.1, 0.2))
    assert "| MkDocs Material, cold | left out | | | |" in tables
    assert "| one case changed, 10,000 cases | 3 s | 2.00 s | 1.00 s | yes |" in tables


def test_a_step_that_was_left_out_is_called_so_in_every_table() -> None:
    taken = Taken(wall=2.0, cpu=1.0, memory=50.0)
    steps = ("pages", "cold", "reading", "charts", "mkdocs", "hugo", "nothing", "one", "index")
    whole: Measured = {name: [taken] for name in steps}
    tables = report(
        {1_000: whole, 10_000: {**whole, "pages": [None]}}, [taken], 60, loads=(0.1, 0.2)
    )
    rows = [line for line in tables.splitlines() if line.startswith("| reading and pages")]
    assert [row for row in rows if "left out" in row]
    assert "| reading and pages, cold | left out | | | |" in rows
