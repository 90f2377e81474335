"""Work that is shared among processes gives what it gives in one, faults included."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys

import pytest

from generator.remaking import pool
from generator.remaking.pool import AT_ONCE, FEWEST, each
from generator.site.errors import SiteError

MANY = list(range(AT_ONCE * 20))


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two cores, in a process that may be copied."""
    monkeypatch.setattr(pool, "_cores", lambda: 2)
    monkeypatch.setattr(pool, "_can_copy", lambda: True)


@pytest.mark.usefixtures("two_cores")
def test_results_come_in_the_order_of_what_was_asked() -> None:
    assert list(each(lambda number: number * 2, MANY)) == [number * 2 for number in MANY]


@pytest.mark.usefixtures("two_cores")
def test_many_cases_are_worked_on_in_other_processes_and_few_are_not() -> None:
    assert os.getpid() not in set(each(lambda _: os.getpid(), MANY))
    assert set(each(lambda _: os.getpid(), MANY[: FEWEST - 1])) == {os.getpid()}


@pytest.mark.usefixtures("two_cores")
def test_what_every_process_needs_is_done_once_here_and_not_for_few_cases() -> None:
    done: list[int] = []
    known = set(each(lambda _: tuple(done), MANY, before=lambda: done.append(os.getpid())))
    assert known == {(os.getpid(),)}, "every copy knows what was done before it was made"
    list(each(lambda _: None, MANY[: FEWEST - 1], before=lambda: done.append(0)))
    assert done == [os.getpid()]


@pytest.mark.usefixtures("two_cores")
def test_where_one_is_worth_the_copying_it_is_done_in_another_process() -> None:
    assert os.getpid() not in set(each(lambda _: os.getpid(), MANY[:1], fewest=1))
    assert list(each(lambda number: number, [], fewest=1)) == []


@pytest.mark.usefixtures("two_cores")
def test_two_are_done_by_two_where_a_process_could_take_both() -> None:
    meet = multiprocessing.get_context("fork").Barrier(2, timeout=60)
    assert sorted(each(lambda _: meet.wait(), MANY[:2], fewest=1)) == [0, 1]


def test_one_core_does_it_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_cores", lambda: 1)
    assert set(each(lambda _: os.getpid(), MANY)) == {os.getpid()}


@pytest.mark.parametrize("drawn", [False, True])
def test_a_process_that_has_drawn_a_chart_is_not_copied(drawn: bool) -> None:
    code = (
        "from generator.remaking.pool import _can_copy\n"
        "import vl_convert\n"
        "spec = {'mark': 'bar', 'data': {'values': [{'a': 1}]}}\n"
        f"{drawn} and vl_convert.vegalite_to_svg(spec)\n"
        "print(_can_copy())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(not drawn)]


@pytest.mark.usefixtures("two_cores")
def test_a_fault_in_another_process_is_raised_here() -> None:
    def work(number: int) -> int:
        if number == MANY[-1]:
            raise SiteError("This page holds what no page may hold.")
        return number

    with pytest.raises(SiteError, match="what no page may hold"):
        list(each(work, MANY))


@pytest.mark.usefixtures("two_cores")
def test_a_process_that_dies_is_a_fault_too() -> None:
    with pytest.raises(RuntimeError, match="terminated abruptly"):
        list(each(lambda _: os._exit(1), MANY))
