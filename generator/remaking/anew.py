"""Making what has to be made, and leaving what would come out the same.

The work is cut where the register is: one piece for each case, which gives its page and its
data, and one for each list. A piece is done again where what it looked at has changed (see
``lens``), or where the site no longer holds what it gave. What lists show of a case is worked
out before any list (see ``kept``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.charts.draw import get_ready
from generator.pages.addresses import (
    CHANGES,
    REGISTER_FEED,
    SUMS,
    sums_view_address,
    theme_address,
)
from generator.pages.arrangement import SUMS_VIEWS
from generator.pages.comparison_data import theme_file
from generator.pages.data import LIST_FILES, asset_makers
from generator.pages.list_pages import list_pages
from generator.reading.register import problems_beyond, removed_from_nothing
from generator.remaking.columns import Columns, plan_of
from generator.remaking.desk import Desk
from generator.remaking.facts import Facts
from generator.remaking.lens import Lens
from generator.remaking.pool import each
from generator.remaking.results import MADE, Output, Outputs, Result
from generator.remaking.touched import (
    Surroundings,
    surroundings,
    touched,
    touched_cases,
    touched_values,
)
from generator.search.references import SEARCH_FILES
from generator.site.fill import refuse_clashes
from generator.site.folder import MARK
from generator.site.page import Asset
from generator.site.sitemap import sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sized

    from generator.core.problems import Problem
    from generator.pages.shelf import Shelf
    from generator.remaking.books import Books, Entry, ListsRead
    from generator.remaking.columns import Pieces
    from generator.remaking.frame import Frame
    from generator.site.packs import Place
    from generator.site.page import Page
    from generator.site.publish import Ready

    Make = Callable[[Shelf], Iterable[Page | Asset]]

REGISTER = "register"  # what a store keeps all of it under
# Cases of a register in which making one list takes longer than copying the process. Then every
# case is made in a copy too, for what has drawn a chart has threads, and is not to be copied.
LARGE = 4_000
BEYOND = "beyond"  # the name under which an entry keeps the problems that its file does not show


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one build leaves to the next: each case with its results, each list's, and the rest.

    Attributes:
        packs: the name of the file in which the pieces stand that have a place.
        begun_with: how many bytes that file had when it was begun.
        columns: where what lists show of the cases stands; see ``Columns``.
        volumes: where the entries stand, which are kept there alone; see ``Volumes``.
        drawn: what the engine drew.
        sound: whether every link led somewhere.
    """

    packs: str = ""
    begun_with: int = 0
    columns: Mapping[str, bytes] = field(default_factory=dict)
    volumes: Mapping[str, Place] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    lists_read: ListsRead | None = None
    lists: Mapping[str, Result[Outputs]] = field(default_factory=dict)
    drawn: Outputs = ()
    around: Surroundings = field(default_factory=Surroundings)
    sound: bool = False

    def outputs(self) -> Iterator[Output]:
        """Every file that the site had."""
        for entry in self.entries.values():
            made = entry.results.get(MADE)
            yield from made.value.outputs if made else ()
        for result in self.lists.values():
            yield from result.value
        yield from self.drawn


@dataclass(kw_only=True, slots=True)
class Site:
    """A whole site: every file of it, and which of them were made ready now.

    Attributes:
        before: the files of the last site, by address; what stands is the same record.
    """

    before: Mapping[str, Output]
    outputs: list[Output] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    def add(self, outputs: Outputs, made: Iterable[str] = ()) -> None:
        """Take finished files in."""
        self.outputs += outputs
        self.made += made


def all_problems(books: Books, kept: Kept) -> tuple[Problem, ...]:
    """Every problem of every file, in order; see ``load_register``, which finds the same."""
    problems = list(books.problems)
    same = books.refused == kept.around.refused
    cases = touched_cases(books, kept.entries, kept.lists_read) if same else None
    facts = Facts(books, {}, b"", touched=cases)
    for path, entry in books.entries.items():
        found: Result[tuple[Problem, ...]] | None = entry.results.get(BEYOND)
        if found is None or not facts.hold(found):
            lens = Lens(facts)
            found = entry.results[BEYOND] = lens.result(_beyond(path, lens))
        problems += (*entry.problems, *found.value)
    problems += books.references_twice()
    problems += removed_from_nothing(books.known, books.entries, books.refused)
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _beyond(path: str, lens: Lens) -> tuple[Problem, ...]:
    books = lens.books
    lens.reads |= {("lists",), ("file", path)}
    case, names = lens.cases[path], books.names(path)
    return tuple(problems_beyond(case, names, books.known, lens.cases, books.refused))


def remake(
    books: Books,
    problems: tuple[Problem, ...],
    frame: Frame,
    ready: Ready,
    kept: Kept,
) -> tuple[Site, Kept]:
    """The whole site, of which only what has changed is made.

    Args:
        books: the register; the entries keep what is worked out here.
        problems: all problems of it.
        frame: what surrounds the cases.
        ready: takes the files.
        kept: what ``remake`` gave beside the last site.

    Returns:
        the site, and what is to be kept for the next time.

    Raises:
        SiteError: a page holds what no page may hold, or two files have one address.
    """
    by_file = _by_file(problems)
    site = Site(before={output.address: output for output in kept.outputs()})
    around = surroundings(books, frame.base, frame.pasts, by_file)
    cases = touched_cases(books, kept.entries, kept.lists_read)
    facts = Facts(
        books,
        by_file,
        frame.base,
        pasts=frame.pasts,
        columns=Columns(books.packs, kept.columns),
        touched=touched(cases, kept.around, around),
    )
    drawn_before = {output.address: output for output in kept.drawn}
    desk = Desk(
        facts=facts, frame=frame, ready=ready, before=site.before,
        drawn=drawn_before if kept.around.base == around.base else {},
    )  # fmt: skip
    makers = _lists(
        desk.shelf(Lens(facts), desk.album(None))
    )  # what this works out, all others need too
    _cases(desk, site)
    lists = _made_lists(desk, makers, kept.lists, site)
    drawn = (Asset(address=path, body=body) for path, body in frame.drawn.items())
    finished = desk.finish_drawn((MARK, *drawn))
    site.add(*finished)
    paths = (output.address for output in site.outputs if output.listed)
    site.add(*desk.finish(sitemap(frame.site_url, paths, frame.as_at)))
    refuse_clashes(sorted(output.address for output in site.outputs))
    books.packs.write()
    return site, Kept(
        packs=books.packs.file.name, begun_with=kept.begun_with or books.packs.end,
        columns=facts.columns.places, entries=books.entries, lists_read=books.lists_read,
        lists=lists, drawn=finished[0], around=around,
    )  # fmt: skip


def _cases(desk: Desk, site: Site) -> None:
    """Every case's own files; what is worked out is kept in its entry."""
    entries = desk.facts.books.entries
    changed = [path for path, entry in entries.items() if not desk.is_done(entry)]
    desk.frame.pasts.prepare(desk.frame.pasts, changed)
    plans: dict[str, list[str]] = defaultdict(list)
    for path in entries:
        plans[plan_of(path)].append(path)
    columns = desk.facts.columns
    columns.keep(plans)
    results = each(desk.work, changed, before=get_ready, fewest=_fewest(entries))
    worked = zip(changed, results, strict=True)
    for plan, of_plan in groupby(worked, key=lambda one: plan_of(one[0])):
        new: dict[str, Pieces] = {}
        for path, (result, written) in of_plan:
            new[path] = result.value[0]
            entries[path].results[MADE] = desk.placed(result)
            site.made += written
        columns.put(plan, new, plans[plan])
    desk.facts.books.packs.write()  # before copies of this process look at it for lists
    for entry in entries.values():
        site.add(entry.results[MADE].value.outputs)
    if desk.facts.touched is not None:
        desk.facts.touched |= touched_values(changed)


def _made_lists(
    desk: Desk, makers: Mapping[str, Make], kept: Mapping[str, Result[Outputs]], site: Site
) -> dict[str, Result[Outputs]]:
    """Every list's files; what each gave, by its name."""

    def work(name: str) -> tuple[Result[Outputs], tuple[str, ...]]:
        lens, album = Lens(desk.facts), desk.album(kept.get(name))
        outputs, written = desk.finish(makers[name](desk.shelf(lens, album)))
        return replace(lens.result(outputs), pictures=album.packed()), written

    def stands(name: str) -> bool:
        known = kept.get(name)
        return known is not None and desk.stands(known.value) and desk.facts.hold(known)

    found = {name: kept[name] for name in makers if stands(name)}
    changed = [name for name in makers if name not in found]
    made = each(work, changed, at_once=1, fewest=_fewest(desk.facts.books.entries))
    for name, (result, written) in zip(changed, made, strict=True):
        found[name] = desk.placed_list(result)
        site.made += written
    for result in found.values():
        site.add(result.value)
    return found


def _fewest(cases: Sized) -> int | None:
    """How many cases or lists are worth copying this process for; None for as many as usual."""
    return 1 if len(cases) >= LARGE else None


def _lists(shelf: Shelf) -> dict[str, Make]:
    """What makes each list, by the address of its first file."""
    files = {address: partial(_file, address) for address in (*LIST_FILES, *SEARCH_FILES)}
    made: dict[str, Make] = {**list_pages(shelf), **asset_makers(shelf), **files}
    for names in _asking_alike(shelf):
        together = [made.pop(name) for name in names if name in made]
        made |= {names[0]: partial(_one_by_one, together)} if together else {}
    return made


def _asking_alike(shelf: Shelf) -> Iterator[tuple[str, ...]]:
    """The lists that ask the same of the same cases: one shelf serves them all."""
    yield CHANGES, REGISTER_FEED
    yield SUMS, *map(sums_view_address, SUMS_VIEWS)
    yield from ((theme_address(key) or key, theme_file(key)) for key in shelf.register.themes)


def _one_by_one(makes: Iterable[Make], shelf: Shelf) -> Iterator[Page | Asset]:
    for make in makes:
        yield from make(shelf)


def _file(address: str, shelf: Shelf) -> Iterator[Asset]:
    yield {**LIST_FILES, **SEARCH_FILES}[address](shelf)


def _by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    return {path: tuple(several) for path, several in found.items()}
