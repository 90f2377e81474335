"""Sums: totals of tables, parts of a headline, lists in prose, shares, averages, products.

Each check here picks the sums of one shape and weighs them. Between them and the checks of
nets, claims and agreement every sum of a case is weighed once and no more; a test holds that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, Run, weigh
from generator.audit.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject

STATED = (
    "Error where the document sets the figures out as a sum and they differ by more than the "
    "rounding of their prints explains. Warning where the sum rests on our reading. Note where "
    "rounding explains the difference, or a part without a number leaves the sum open."
)


def weighs(code: str, *shapes: Shape) -> Run:
    """A check that weighs every sum of these shapes as it stands."""

    def run(subject: Subject) -> Iterator[Tested]:
        for found in subject.of_shape(*shapes):
            yield weigh(code, subject, found)

    return run


def _check(code: str, shape: Shape, title: str, about: str, formula: str) -> Check:
    return Check(
        code=code,
        family=Family.SUMS,
        title=title,
        about=about,
        formula=formula,
        speaks=STATED,
        run=weighs(code, shape),
    )


CHECKS = (
    _check(
        "row-total",
        Shape.ROW,
        "The total of a row",
        "A table whose rows end in a total says that the figures before it make it up.",
        "total of a row = all its items added up",
    ),
    _check(
        "column-total",
        Shape.COLUMN,
        "The total of a column",
        "A table that ends in a row of totals says that the figures above make each of them up.",
        "total of a column = all its items added up",
    ),
    _check(
        "subtotal",
        Shape.SUBTOTAL,
        "A subtotal",
        "A subtotal stands for the figures between it and the subtotal before.",
        "subtotal = the items since the subtotal before it",
    ),
    _check(
        "total-of-totals",
        Shape.TOTAL_OF_TOTALS,
        "The total of subtotals",
        "Where a table prints subtotals and a total, the total is also what the subtotals come to, "
        "so that a slip in one of them shows twice.",
        "total = all subtotals added up",
    ),
    _check(
        "headline-split",
        Shape.SPLIT,
        "The parts of a headline",
        "A headline that is divided by reference, year, strand or partner is the sum of its parts.",
        "headline = all its parts",
    ),
    _check(
        "listed-parts",
        Shape.LIST,
        "A figure and the parts that the text lists",
        "Documents name a figure and then list in prose what it is made of.",
        "figure = the parts listed, added up",
    ),
    _check(
        "difference",
        Shape.DIFFERENCE,
        "What is left when something is taken away",
        "A gap, a remaining budget or a rise is one figure less another.",
        "figure = what there was − what was taken away",
    ),
    _check(
        "share-of-base",
        Shape.SHARE,
        "A share of a base",
        "A percentage that is printed with its base and its result says all three twice.",
        "result = percentage × base",
    ),
    _check(
        "average",
        Shape.MEAN,
        "An average",
        "A figure between a lower and an upper one, or called an average of several, is their "
        "mean.",
        "average = the figures added up ÷ how many there are",
    ),
    _check(
        "running-total",
        Shape.RUNNING,
        "A running total",
        "A cumulative row repeats the row it is made from, year after year.",
        "each year = the year before + what this year adds",
    ),
    _check(
        "product",
        Shape.PRODUCT,
        "A figure that comes of multiplying",
        "A price times a number, a month's income times twelve, what is left after two reductions.",
        "figure = factor × factor, or ÷ where the document divides",
    ),
)
