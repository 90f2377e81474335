"""The order of fields that stand between brackets, such as ``{name: …, role: …, line: …}``.

Such a group is one line for one person, risk or link. Its fields change places within the
line; everything between them, and every sign of them, stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.writing.order import Order, order_within
from generator.writing.spans import Sort, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_brackets(front: str, span: Span, order: Order | None) -> str:
    """The text with the fields of each group between brackets in order, and as long as before."""
    if span.inline:
        new = _bracketed(front, span, order)
        return front[: span.start.index] + new + front[span.end.index :]
    for part in span.parts:
        front = in_brackets(front, part.value, order_within(order, part))
    return front


def _bracketed(front: str, span: Span, order: Order | None) -> str:
    """A group or list between brackets, in order; what is between its parts keeps its place."""
    texts, between, at = [], [], span.start.index
    for part in span.parts:
        between.append(front[at : part.start.index])
        at, value = part.value.end.index, part.value
        text = front[part.start.index : at]
        if value.inline:
            named = front[part.start.index : value.start.index]
            text = named + _bracketed(front, value, order_within(order, part))
        texts.append(text)
    between.append(front[at : span.end.index])
    numbers = list(range(len(texts)))
    if span.sort is Sort.GROUP and order is not None and _plain(span, between):
        numbers = order.sort([part.name for part in span.parts])
    moved = (between[place] + texts[number] for place, number in enumerate(numbers))
    return "".join(moved) + between[-1]


def _plain(span: Span, between: Sequence[str]) -> bool:
    """Whether fields between brackets can change places: no comment, blank field or long text."""
    return not (
        any("#" in sign for sign in between)
        or any(part.blank for part in span.parts)
        or any(text.start.line != text.last for text in span.texts())
    )
