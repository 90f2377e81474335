"""The shapes that sums have; each belongs to one check.

Which shape a sum has is decided in ``shapes``, once for each sum of a case.
"""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """The shapes of sums."""

    ROW = "row"
    COLUMN = "column"
    SUBTOTAL = "subtotal"
    TOTAL_OF_TOTALS = "total of totals"
    SPLIT = "split"
    LIST = "list"
    DIFFERENCE = "difference"
    NET = "net"
    SHARE = "share"
    MEAN = "mean"
    RUNNING = "running total"
    CUMULATIVE = "cumulative to the last"
    PRODUCT = "product"
    RETURN = "return"
    PAID_BACK = "paid back"
    CLAIM_AGAIN = "claim again"
    SAME = "same"
    HEADLINE = "headline"
    WHOLE_AND_PART = "whole and part"
    TWO_COUNCILS = "two councils"
