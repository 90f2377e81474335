"""One and the same work for many cases or lists, shared among processes where it is worth it.

This is the one place that maps over cases, and the one that copies a process. The copies are made
with ``fork``, so they know all that this process knows and nothing has to be handed over; what
they give back should be small. Results come in the order of what was asked, so nobody can tell
who made which. Where there is one core, or few cases, or the system cannot copy a process safely,
it is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.site.unused import SELDOM, tidying_seldom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

FEWEST = 64  # cases or lists that are worth the copying, which takes some hundredths of a second
TASKS = Path("/proc/self/task")  # an entry for each thread of this process (proc(5))
LOOKS, BETWEEN_LOOKS = 20, 0.002  # how often, in seconds apart, until a thread counts as there
AT_ONCE = 8  # cases that a process takes at a time

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[[Any], Any] | None = None  # set in the copies alone


def each(
    work: Callable[[T], R],
    items: Sequence[T],
    *,
    at_once: int = AT_ONCE,
    fewest: int | None = None,
    before: Callable[[], None] = lambda: None,
) -> Iterator[R]:
    """The result of the work for each item, in order; a fault in it is raised here.

    Args:
        work: must not change what others see: it may be done in a copy of this process.
        items: these, and the results, are handed from process to process.
        at_once: how many of them a process takes at a time, if there are as many for each.
        fewest: how many of them are worth the copying; None for as many as usual.
        before: what each copy would have to do for itself; done once before they are made,
            where there are as many items as usual.
    """
    cores, least = _cores(), FEWEST if fewest is None else fewest
    if cores < 2 or not items or len(items) < least or not _can_copy():
        with tidying_seldom():
            yield from map(work, items)
        return
    if len(items) >= FEWEST:
        before()
    gc.freeze()  # what is there now is not looked through in the copies, so it stays shared
    try:
        copies = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(cores, copies, initializer=_begin, initargs=(work,)) as pool:
            yield from pool.map(_do, items, chunksize=min(at_once, -(-len(items) // cores)))
    finally:
        gc.unfreeze()


def meanwhile(work: Callable[[], R]) -> Callable[[], R]:
    """Begin a piece of work in a copy of this process, which goes on with something else.

    Args:
        work: gives what can be handed from process to process, and changes nothing.

    Returns:
        what gives the result, once it is needed. Where there is one core, where the system cannot
        copy a process safely, or where the copy has failed, the work is done then, and here.
    """
    if _cores() < 2 or not _can_copy():
        return work
    copies = multiprocessing.get_context("fork")
    here, there = copies.Pipe(duplex=False)
    copy = copies.Process(target=_send, args=(work, there), daemon=True)
    copy.start()
    there.close()

    def result() -> R:
        try:
            found: R = here.recv()
        except EOFError:
            return work()
        finally:
            here.close()
            copy.join()
        return found

    return result


def _send(work: Callable[[], Any], there: Connection) -> None:
    """Give a result to who asked for it; a fault is met there, where the work is done again.

    Who is stopped from the keyboard is told so once, by the process that was asked.
    """
    with suppress(Exception, KeyboardInterrupt):
        there.send(work())


def _begin(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - a copy has one work, and ends with it
    _work = work
    gc.set_threshold(*SELDOM)


def _do(item: Any) -> Any:  # noqa: ANN401 - whatever the work takes and gives
    if _work is None:
        raise RuntimeError("a process was asked to work before it was told what to do")
    return _work(item)


def _cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_copy() -> bool:
    """Whether a copy would be whole: it has one thread alone (POSIX, fork).

    What draws charts has threads of its own, which it does not tell Python of, and waits for them
    in a copy for ever.
    """
    return "fork" in multiprocessing.get_all_start_methods() and _is_alone()


def _is_alone() -> bool:
    """Whether this process has one thread; one that has just ended is counted for a moment yet.

    So it is after each lot of copies, whose keeper is a thread: the system lets go of it a little
    later than Python does.
    """
    for _ in range(LOOKS):
        if _threads() == 1:
            return True
        time.sleep(BETWEEN_LOOKS)
    return False


def _threads() -> int:
    """How many threads this process has, as the system counts them where it does."""
    if TASKS.is_dir():
        return len(list(TASKS.iterdir()))
    return threading.active_count()
