"""What the cases of one plan come to together, and what stands outside the total and why.

A plan's total is asked for before anything else, and it is wrong as soon as it holds an
amount of another year, income that a form calls a saving, or one saving twice. So each case
is either in one total, with what is measured alike, or left out with the reason; nothing is
left unsaid. A total is of the plan's own year. It asks neither whether an amount recurs nor
how sure it is: both are counted beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

from generator.core.amounts import EXACT, Amount, Qualifier, exactly
from generator.core.case_amounts import CaseAmount, Reason, own_reason, pounds
from generator.core.words import GAINS, Measure, Quality

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from decimal import Decimal

# What makes no other sort of an amount: a cashable or revenue saving is a saving.
OF_ONE_SORT = {Quality.CASHABLE, Quality.REVENUE}
Sort = tuple[Measure, tuple[Quality, ...]]
Near = Mapping[str, Mapping[str, CaseAmount]]


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A case that is in no total; `other` is the one whose amount holds it, where one does."""

    one: CaseAmount
    reason: Reason
    other: CaseAmount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """Amounts of one sort.

    Attributes:
        amount: in pounds; None where some of the amounts may be the same money.
        at_least: whether it may be more: an amount is printed as the least, or one is withheld.
        unclear: the pairs of which that cannot be told.
    """

    measure: Measure
    qualities: tuple[Quality, ...]
    ones: tuple[CaseAmount, ...]
    amount: Decimal | None
    at_least: bool
    unclear: tuple[tuple[CaseAmount, CaseAmount], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AddedUp:
    """The totals, the one of most cases first, and what is in none of them."""

    totals: tuple[Total, ...]
    left_out: tuple[LeftOut, ...]


def add_up(ones: Iterable[CaseAmount]) -> AddedUp:
    """The cases of one plan of one council, or some of them, in totals."""
    left, counted = [], []
    for one in ones:
        reason = own_reason(one)
        if reason:
            left.append(LeftOut(one=one, reason=reason))
        else:
            counted.append(one)
    near = _neighbours(counted)
    parts = list(_parts(counted, near))
    again = _again(counted, near, {item.one.path for item in parts})
    held = {item.one.path: item for item in (*parts, *again)}
    sorts: dict[Sort, list[CaseAmount]] = defaultdict(list)
    for one in counted:
        if one.path not in held:
            sorts[_sort(one)].append(one)
    totals = [_total(sort, same, near, left) for sort, same in sorts.items()]
    ordered = sorted(totals, key=lambda total: (-len(total.ones), total.measure, total.qualities))
    return AddedUp(totals=tuple(ordered), left_out=(*left, *held.values()))


def within(added: AddedUp, paths: Collection[str]) -> AddedUp:
    """What these cases have in what was added up: their share of each total, and who is left out.

    So parts that do not overlap come to the whole, and what the whole leaves out stands in none.
    """
    left_out = tuple(left for left in added.left_out if left.one.path in paths)
    totals = [_share(total, paths, left_out) for total in added.totals]
    return AddedUp(
        totals=tuple(
            sorted((total for total in totals if total.ones), key=lambda total: -len(total.ones))
        ),
        left_out=left_out,
    )


def sum_of(ones: Iterable[CaseAmount]) -> Decimal:
    """What amounts of one total come to, in pounds and exactly."""
    return reduce(EXACT.add, map(pounds, ones), EXACT.create_decimal(0))


def together(ones: Sequence[CaseAmount]) -> Amount:
    """The same as an amount, which is the least where one of them is printed as the least."""
    return _amount(sum_of(ones), at_least=_is_at_least(ones, ()))


def in_all(total: Total) -> Amount | None:
    """A total as an amount; None where some of its amounts may be the same money."""
    return None if total.amount is None else _amount(total.amount, at_least=total.at_least)


def _amount(pounds_: Decimal, *, at_least: bool) -> Amount:
    qualifier = Qualifier.AT_LEAST if at_least else Qualifier.EXACT
    return replace(exactly(pounds_), qualifier=qualifier)


def _share(total: Total, paths: Collection[str], left: Sequence[LeftOut]) -> Total:
    ones = tuple(one for one in total.ones if one.path in paths)
    unclear = tuple(
        (one, other) for one, other in total.unclear if {one.path, other.path} <= {*paths}
    )
    amount = None if unclear or not ones else sum_of(ones)
    return replace(
        total, ones=ones, amount=amount, at_least=_is_at_least(ones, left), unclear=unclear
    )


def _is_at_least(ones: Iterable[CaseAmount], left: Iterable[LeftOut]) -> bool:
    """Whether the amounts, or one that is withheld beside them, may come to more."""
    least = (one.headline and one.headline.amount.meant.qualifier for one in ones)
    return Qualifier.AT_LEAST in least or any(out.reason is Reason.WITHHELD for out in left)


def _neighbours(ones: Sequence[CaseAmount]) -> Near:
    """The cases that a link or a reference connects, by path: no others are held together."""
    by_path = {one.path: one for one in ones}
    by_name: dict[str, list[CaseAmount]] = defaultdict(list)
    near: dict[str, dict[str, CaseAmount]] = defaultdict(dict)
    for one in ones:
        for name in _names(one):
            by_name[name].append(one)
        linked = (by_path.get(path) for path in (*one.part_of, *one.overlaps, *one.shares_text))
        for other in filter(None, linked):
            _connect(near, one, other)
    for same in by_name.values():
        for one, other in combinations(same, 2):
            _connect(near, one, other)
    return near


def _connect(near: dict[str, dict[str, CaseAmount]], one: CaseAmount, other: CaseAmount) -> None:
    if one is not other:
        near[one.path][other.path], near[other.path][one.path] = other, one


def _names(one: CaseAmount) -> set[str]:
    """The references that a case claims, and those under which it prints a part."""
    return {*one.references, *(name for name, _ in one.parts)}


def _sort(one: CaseAmount) -> Sort:
    """What the amounts of one total have in common."""
    headline = one.headline
    if headline is None:
        return Measure.COUNT, ()
    apart = {quality for quality in headline.qualities if quality not in OF_ONE_SORT}
    return headline.measure, tuple(sorted(apart))


def _total(sort: Sort, ones: Sequence[CaseAmount], near: Near, left: Sequence[LeftOut]) -> Total:
    """The total of one sort: none where it cannot be told which of two amounts holds the other."""
    here = {one.path for one in ones}
    unclear = tuple(
        (one, other)
        for one in ones
        for path, other in near.get(one.path, {}).items()
        if path in here and one.path < path and _may_be_one(one, other)
    )
    amount = None if unclear else sum_of(ones)
    return Total(
        measure=sort[0], qualities=sort[1], ones=tuple(ones), amount=amount,
        at_least=_is_at_least(ones, left), unclear=unclear,
    )  # fmt: skip


def _parts(ones: Sequence[CaseAmount], near: Near) -> Iterator[LeftOut]:
    """The cases that are part of another one here, whose amount can hold theirs."""
    held: dict[str, CaseAmount] = {}
    for one in ones:
        for path in one.part_of:
            whole = near.get(one.path, {}).get(path)
            if whole and _can_hold(whole, one) and not _is_held_by(whole, one, held):
                held[one.path] = whole
                yield LeftOut(one=one, reason=Reason.PART, other=whole)
                break


def _can_hold(whole: CaseAmount, part: CaseAmount) -> bool:
    """Whether two amounts are of one kind and the whole is no smaller than its part."""
    first, second = _sort(whole)[0], _sort(part)[0]
    alike = first is second or (first in GAINS and second in GAINS)
    return alike and abs(pounds(whole)) >= abs(pounds(part))


def _is_held_by(one: CaseAmount, other: CaseAmount, held: dict[str, CaseAmount]) -> bool:
    """Whether `one` is left out already as a part of `other`, or of what is a part of it."""
    while one.path in held and one is not other:
        one = held[one.path]
    return one is other


def _again(ones: Sequence[CaseAmount], near: Near, left: set[str]) -> Iterator[LeftOut]:
    """The cases whose amount another one prints too; of two alike the later path is left out.

    Those in `left` are left out already, and hold nothing.
    """
    for one in ones:
        others = (o for path, o in near.get(one.path, {}).items() if path not in left)
        found = next((other for other in others if _prints(other, one)), None)
        if found and one.path not in left:
            left.add(one.path)
            yield LeftOut(one=one, reason=Reason.PRINTED_TWICE, other=found)


def _prints(other: CaseAmount, one: CaseAmount) -> bool:
    """Whether `other` prints the amount of `one`: as a part of its own, or as the same amount."""
    if any(name in one.references and amount == pounds(one) for name, amount in other.parts):
        return True
    equal = _sort(other) == _sort(one) and pounds(other) == pounds(one)
    alike = other.path in one.shares_text or one.path in other.shares_text
    one_line = alike and not _are_two_lines(one, other)
    return other.path < one.path and equal and (one_line or _may_be_one(one, other))


def _are_two_lines(one: CaseAmount, other: CaseAmount) -> bool:
    """Whether a plan lists two cases under references of their own, and so counts both."""
    both = one.references and other.references
    return bool(both) and _names(one).isdisjoint(_names(other))


def _may_be_one(one: CaseAmount, other: CaseAmount) -> bool:
    """Whether a link or a reference says that two cases may be about the same money."""
    linked = other.path in (*one.overlaps, *one.part_of)
    pointed = one.path in (*other.overlaps, *other.part_of)
    return linked or pointed or not _names(one).isdisjoint(_names(other))
