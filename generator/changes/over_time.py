"""What can only be seen over several versions: what stayed, and what was first published.

Two versions side by side do not tell that a risk has been red since the first of them, that its
mitigation was never taken further, or that a baseline is not the one the case began with. Each
of these is a fact here, with the versions that it rests on; words are made of it elsewhere.

A summary in the same pack is the same moment, printed twice: it is no version in which
something could have stayed as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from generator.changes.compare import changes_between
from generator.changes.traces import traces
from generator.changes.values import same
from generator.core.amounts import Amount
from generator.core.figures import Headline
from generator.core.naming import context_of_headline
from generator.core.words import ChangeKind, Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.changes.change import Change
    from generator.core.case import Case
    from generator.core.figures import Figure
    from generator.core.risks import Risk

COLOURS: Final = re.compile(r"\b(?:green|yellow|amber|orange|red|black)\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stayed:
    """A risk that stayed red, or whose mitigation stayed as it was, up to the last version.

    Attributes:
        risk: the risk as it stands.
        since: the number, from 0, of the first version for which it holds without a gap.
        versions: in how many versions it did, those that restate the same pack left out.
    """

    risk: Risk
    since: int
    versions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class First:
    """A figure that is not what was first published.

    Attributes:
        first: the headline or figure as it was first published.
        version: the number, from 0, of the version that first had it.
        now: as the last version has it; None where it has it no more.
    """

    first: Headline | Figure
    version: int
    now: Headline | Figure | None

    @property
    def alike(self) -> bool:
        """Whether both are of one measure, period and basis: one can be taken from the other."""
        return self.now is not None and all(
            same(one, other) for one, other in zip(_of(self.first), _of(self.now), strict=True)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Rebased:
    """A baseline that was replaced: the change, and the version, from 0, that brought it."""

    change: Change
    version: int


def stayed_red(versions: Sequence[Case]) -> tuple[Stayed, ...]:
    """The risks that are red in the last version, and were in at least one moment before it."""
    return tuple(_stayed(versions, lambda risk, _: is_red(risk)))


def never_mitigated_further(versions: Sequence[Case]) -> tuple[Stayed, ...]:
    """The risks whose mitigation is word for word that of at least one moment before."""
    return tuple(
        _stayed(
            versions,
            lambda risk, now: bool(now.mitigation) and same(risk.mitigation, now.mitigation),
        )
    )


def is_red(risk: Risk) -> bool:
    """Whether a log rates a risk red, and no other colour: ``Red``, ``20 RED``, ``R``."""
    rag = (risk.rag or "").strip().lower()
    return rag == "r" or set(COLOURS.findall(rag)) == {"red"}


def _stayed(versions: Sequence[Case], holds: Callable[[Risk, Risk], bool]) -> Iterator[Stayed]:
    for trace in traces(versions, "risks"):
        if trace.last.version != len(versions) - 1:
            continue
        since = len(trace.seen)
        while since and holds(trace.seen[since - 1].item, trace.last.item):
            since -= 1
        held = trace.seen[since:]
        count = sum(1 for seen in held[1:] if not restates(versions[seen.version])) + 1
        if held and count > 1:
            yield Stayed(risk=trace.last.item, since=held[0].version, versions=count)


def restates(case: Case) -> bool:
    """Whether a version is no more than a second print in the same pack."""
    return case.change is not None and case.change.kind is ChangeKind.RESTATED


def first_published(versions: Sequence[Case]) -> tuple[First, ...]:
    """What was first published of each figure that has changed since; the headline comes first.

    A figure that the last version has no more is told only of the headline.
    """
    firsts = [*_first_headline(versions)]
    for trace in traces(versions, "figures"):
        first = trace.seen[0]
        unknown = any("figures" in case.unreadable for case in versions[: first.version])
        if trace.last.version == len(versions) - 1 and not unknown:
            firsts.append(First(first=first.item, version=first.version, now=trace.last.item))
    return tuple(each for each in firsts if each.now is None or not _same_amount(each))


def _first_headline(versions: Sequence[Case]) -> Iterator[First]:
    if not versions or "headline" in versions[-1].unreadable:
        return
    for number, case in enumerate(versions):
        if "headline" in case.unreadable:
            return  # what was published first is not known
        if case.headline is not None:
            yield First(first=case.headline, version=number, now=versions[-1].headline)
            return


def _same_amount(each: First) -> bool:
    return each.now is not None and same(each.first.amount, each.now.amount)


def _of(figure: Headline | Figure) -> tuple[Any, ...]:
    """What a figure measures, for when and on which basis."""
    about = context_of_headline(figure) if isinstance(figure, Headline) else figure.context
    return (about.measure, about.period, about.basis, about.qualities)


def rebased(versions: Sequence[Case]) -> tuple[Rebased, ...]:
    """Every change of an amount that is a baseline, version by version."""
    return tuple(
        Rebased(change=change, version=number)
        for number, (before, after) in enumerate(pairwise(versions), start=1)
        for change in changes_between(before, after)
        if _is_baseline(change)
    )


def _is_baseline(change: Change) -> bool:
    if not isinstance(change.before, Amount) or not isinstance(change.after, Amount):
        return False
    if change.place == ("Benefit", "baseline"):
        return True
    return any(_measure(owner) is Measure.BASELINE for owner in change.owners)


def _measure(owner: Any) -> Measure | None:  # noqa: ANN401 - a record, or several
    """What an amount measures: said by its row, else its column, else its table."""
    records = owner if isinstance(owner, tuple) else (owner,)
    contexts = [record.context for record in records if hasattr(record, "context")]
    table_last = [*contexts[1:], *contexts[:1]] if len(contexts) == 3 else contexts
    return next((context.measure for context in table_last if context.measure), None)
