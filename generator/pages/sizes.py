"""Cases by the size of their headline amount, for readers who look for the large ones first.

Amounts that measure different things over different periods stand side by side here, so the
order is only rough: within a band cases are not ranked, and each keeps its words beside the
amount. What is no amount in pounds stands apart and in no band.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.core.amounts import State, in_pounds

if TYPE_CHECKING:
    from generator.core.case import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """A band of amounts, or what stands in the place of one.

    Attributes:
        least: the smallest amount of the band, in pounds; None where it is no band.
    """

    id: str
    title: str
    least: Decimal | None = None
    note: str = ""


BANDS = (
    Size(id="ten-million", title="£10 million and more", least=Decimal(10_000_000)),
    Size(id="one-million", title="£1 million to just under £10 million", least=Decimal(1_000_000)),
    Size(id="hundred-thousand", title="£100,000 to just under £1 million", least=Decimal(100_000)),
    Size(id="less", title="Less than £100,000", least=Decimal(0)),
)
NOT_POUNDS = Size(
    id="not-pounds",
    title="Amounts that are not in pounds",
    note="A headline that counts people, homes or a percentage has no place on a scale of pounds.",
)
WORDS = Size(
    id="words",
    title="Words in place of an amount",
    note="“Cost neutral”, “to be confirmed” and the like are what the paper prints.",
)
WITHHELD = Size(
    id="withheld",
    title="Withheld",
    note="There is an amount, and the paper keeps it back.",
)
NONE = Size(
    id="no-headline",
    title="No headline amount",
    note="The paper gives no figure that the case could be known by, or it could not be read.",
)
SIZES = (*BANDS, NOT_POUNDS, WORDS, WITHHELD, NONE)


def size_of(case: Case) -> Size:
    """Where a case stands; a damaged print counts as it is read, a range by its lower end."""
    if case.headline is None or case.headline.amount.meant.state is State.UNREADABLE:
        return NONE
    amount = case.headline.amount.meant
    if amount.number is None:
        return WITHHELD if amount.state is State.WITHHELD else WORDS
    pounds = in_pounds(amount)
    if pounds is None:
        return NOT_POUNDS
    return next(band for band in BANDS if band.least is not None and abs(pounds) >= band.least)
