"""What the layout of a case claims by itself, without a line on how its figures hang together.

A headline that is split into parts is the sum of them, and a column of averages between a lower
and an upper one is their mean. Both are our reading of the layout, and are given as relations
like those that an officer types. Where the file says itself how such a figure comes about,
nothing is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.core.amounts import State
from generator.core.figures import Headline, Part, Table
from generator.core.operands import HEADLINE, split_name
from generator.core.relations import Form, Grounds, Relation, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.core.case import Case

NOTHING_TO_ADD = (State.ABSENT, State.NOT_APPLICABLE)


def implied_relations(case: Case) -> tuple[Relation, ...]:
    """The relations that the layout of `case` claims, in printed order."""
    said = {relation.result for relation in case.relations if relation.form is not Form.SAME}
    found = [*_splits(case.headline), *(mean for table in case.tables for mean in _means(table))]
    return tuple(relation for relation in found if relation.result not in said)


def _splits(headline: Headline | None) -> Iterator[Relation]:
    """The headline as the sum of its parts, for each way in which it is split whole."""
    splits = headline.splits if headline else ()
    for by in dict.fromkeys(split.by for split in splits):
        parts = [split for split in splits if split.by is by]
        whole = all(part.amount.meant.state not in NOTHING_TO_ADD for part in parts)
        if len(parts) > 1 and whole:
            yield Relation(
                form=Form.SUM,
                result=HEADLINE,
                terms=tuple(Term(name=split_name(p.name)) for p in parts),
                grounds=Grounds.READ_AS,
                reason=f"the headline is split by {by.value}, and the parts make up the whole",
            )


def _means(table: Table) -> Iterator[Relation]:
    """A column between a lower and an upper one as the mean of both."""
    ends = {part: [c.id for c in table.columns if c.part is part] for part in Part}
    if all(len(ends[part]) == 1 for part in (Part.LOW, Part.MIDDLE, Part.HIGH)):
        low, middle, high = (ends[part][0] for part in (Part.LOW, Part.MIDDLE, Part.HIGH))
        yield Relation(
            form=Form.MEAN,
            result=f"{table.id}.{middle}",
            terms=(Term(name=f"{table.id}.{low}"), Term(name=f"{table.id}.{high}")),
            grounds=Grounds.READ_AS,
            reason="the average stands between a lower and an upper end",
        )
