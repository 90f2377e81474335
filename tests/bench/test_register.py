"""The register that is measured on: as real as the sixteen, and without a problem."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bench.register import (
    MOST_SETS,
    ROOT,
    copy_of,
    make_register,
    other_number,
    path_of_copy,
    real_cases,
    with_other_numbers,
)
from generator.core.identity import normal_reference
from generator.reading.files import TextFile
from generator.reading.load import load_case
from generator.reading.register import Register, load_register

if TYPE_CHECKING:
    from pathlib import Path

REAL = real_cases(ROOT)
SIZE = 2 * len(REAL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "register"
    make_register(folder, SIZE)
    return folder


@pytest.fixture(scope="module")
def register(folder: Path) -> Register:
    return load_register(folder)


def test_it_loads_without_a_problem(register: Register) -> None:
    assert register.problems == ()
    assert len(register.cases) == SIZE


def test_it_has_the_proportions_of_the_real_one(register: Register) -> None:
    kinds = Counter(loaded.case.kind for loaded in register.cases.values())
    real = Counter(loaded.case.kind for loaded in load_register(ROOT).cases.values())
    assert kinds == {kind: 2 * count for kind, count in real.items()}


def test_a_size_between_two_whole_copies_leaves_no_link_to_nothing(tmp_path: Path) -> None:
    make_register(tmp_path, SIZE - 3)
    register = load_register(tmp_path)
    assert (len(register.cases), register.problems) == (SIZE - 3, ())


def test_the_copies_link_among_themselves(register: Register) -> None:
    game = register.case("plymouth-1/2014-15/game-growth-assets-municipal-enterprise-1")
    assert game is not None
    linked = {str(link.case) for link in game.links if link.case}
    assert linked == {"plymouth-1/2014-15/cco-co-operative-centre-of-operations-1"}


def test_no_two_copies_share_a_path_or_a_reference_of_their_plan() -> None:
    paths: set[str] = set()
    claimed: set[tuple[str, str]] = set()
    for number in (0, 1, MOST_SETS - 1, MOST_SETS, MOST_SETS + 1, 6 * MOST_SETS):
        for case in REAL:
            path = path_of_copy(case, number)
            assert path not in paths
            paths.add(path)
            text = copy_of(case, {}, number, 1)
            for listed in re.findall(r"^references: \[(.*)\]$", text, flags=re.MULTILINE):
                for reference in listed.split(", "):
                    claim = (path.rpartition("/")[0], normal_reference(reference))
                    assert claim not in claimed
                    claimed.add(claim)


@pytest.mark.parametrize("number", [MOST_SETS, 7 * MOST_SETS + 1])
def test_each_copy_of_each_case_is_read_without_a_problem(number: int) -> None:
    """A reference in quotation marks broke where councils have further cases (``"P&OD" 1``)."""
    for case in REAL:
        path = f"cases/{path_of_copy(case, number)}.md"
        loaded = load_case(TextFile(path=path, text=copy_of(case, {}, number, 1)))
        assert loaded.problems == (), path


def test_the_same_size_and_seed_give_the_same_text() -> None:
    case = REAL[0]
    assert copy_of(case, {}, 3, 1) == copy_of(case, {}, 3, 1)
    assert copy_of(case, {}, 3, 1) != copy_of(case, {}, 3, 2)


@pytest.mark.parametrize("number", ["3,100", "13.8", "0.45", "2675", "7", "1,000,000", "12,500"])
def test_another_number_has_the_decimals_the_commas_and_the_noughts_of_the_first(
    number: str,
) -> None:
    for seed in range(40):
        other = other_number(number, f"{seed}")
        assert len(other.partition(".")[2]) == len(number.partition(".")[2])
        assert other == (f"{Decimal(other.replace(',', '')):,}" if "," in number else other)
        noughts = len(number) - len(number.rstrip("0,"))
        assert other.endswith(number[len(number) - noughts :] if noughts < 4 else "0,000")


def test_a_sum_of_the_real_case_comes_out_in_each_copy() -> None:
    text = "| Item | Amount |\n|---|---|\n| Staff | £2,400k |\n| Desks | £600k |\n| All | £3,000k |"
    for seed in range(40):
        staff, desks, both = (
            Decimal(number.replace(",", ""))
            for number in re.findall(r"£([\d,]+)k", with_other_numbers(text, f"{seed}"))
        )
        assert abs(staff + desks - both) <= 1000, "to the rounding of what is printed"


@pytest.mark.parametrize(
    "text",
    [
        "between £80,000 to £100,000 a year",
        "a programme of 2014/15, line 2108",
        "| id | line |\n|----|------|\n| a  | 4213 |",
    ],
)
def test_what_has_an_order_or_is_a_place_stays(text: str) -> None:
    assert with_other_numbers(text, "seed") == text


def test_fewer_cases_than_the_real_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="proportions"):
        make_register(tmp_path / "small", len(REAL) - 1)
