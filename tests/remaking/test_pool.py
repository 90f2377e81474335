"""Work that is shared among processes gives what it gives in one, faults included."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator.remaking import pool
from generator.remaking.pool import AT_ONCE, FEWEST, each, meanwhile
from generator.site.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable

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


@pytest.mark.parametrize(("counted", "can"), [([1], True), ([2, 2, 1], True), ([2] * 20, False)])
def test_a_thread_that_has_just_ended_and_is_still_counted_keeps_no_process_from_being_copied(
    monkeypatch: pytest.MonkeyPatch, counted: list[int], can: bool
) -> None:
    """So it is right after copies have ended: the system lets go of their keeper's thread late."""
    counts = iter(counted)
    monkeypatch.setattr(pool, "_threads", lambda: next(counts))
    assert pool._can_copy() is can


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


@pytest.mark.usefixtures("two_cores")
def test_what_is_done_meanwhile_is_done_in_another_process_from_the_moment_it_is_begun() -> None:
    begun = multiprocessing.get_context("fork").Event()

    def work() -> int:
        begun.set()
        return os.getpid()

    result = meanwhile(work)
    assert begun.wait(timeout=60), "nobody has asked for the result yet"
    assert result() != os.getpid()
    assert multiprocessing.active_children() == []


def test_with_one_core_nothing_is_done_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_cores", lambda: 1)
    assert meanwhile(os.getpid)() == os.getpid()


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(
    "fails",
    [
        pytest.param(partial(os._exit, 3), id="killed"),
        pytest.param(partial(divmod, 1, 0), id="a fault"),
        pytest.param(partial(open, os.devnull), id="what cannot be handed over"),
    ],
)
def test_where_the_copy_fails_the_work_is_done_here(fails: Callable[[], object]) -> None:
    here = os.getpid()

    def work() -> object:
        return "done here" if os.getpid() == here else fails()

    assert meanwhile(work)() == "done here"


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("fault", [SiteError("It cannot be read."), KeyboardInterrupt()])
def test_a_fault_of_what_is_done_meanwhile_is_raised_here(
    capfd: pytest.CaptureFixture[str], fault: BaseException
) -> None:
    def work() -> None:
        raise fault

    result = meanwhile(work)
    with pytest.raises(type(fault)):
        result()
    assert capfd.readouterr() == ("", ""), "it is told once, by who asked"
