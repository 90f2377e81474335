"""What an officer is told about an amount that cannot be read.

The wording of all faults of the money module stands together, so that it can be
read, judged and changed as one text, and so that the public list of codes is
made from the same lines. A code never changes: officers search for it.
"""

from __future__ import annotations

from typing import Final

from generator.core.cell_text import quoted
from generator.core.problems import Fault

_EXAMPLE: Final = "“£1,818,28 (read £1,818,285: the last digit is lost)”"
_AS_PRINTED: Final = (
    f"if the document prints it so, put what it means beside it, as in {_EXAMPLE}; "
    "otherwise correct the slip"
)

_WITHHELD: Final = "“withheld (commercially sensitive; paragraph 3 of Schedule 12A)”"

# code: its meaning for the public list; what is expected; what to do
_WORDING: Final = {
    "amount-unreadable": (
        "A cell for an amount holds something that is not one.",
        "an amount such as £900k, c£20m or 12 posts; nil, N/A, TBC or withheld; or nothing at all",
        _AS_PRINTED,
    ),
    "amount-state-mistyped": (
        "A cell for an amount holds what looks like a mistyped TBC, N/A or withheld in full words.",
        "withheld, not applicable, to be confirmed or not stated",
        "",
    ),
    "amount-word-mistyped": (
        "Behind the number stands a word that looks like a mistyped unit.",
        "behind the number k, m, bn, thousand, million, billion, %, p or a unit of the register",
        "",
    ),
    "amount-word-unknown": (
        "Behind the number stands more than a scale and a unit of the register.",
        "behind the number k, m, bn, thousand, million, billion, %, p or a unit of the register",
        "",
    ),
    "amount-grouping": (
        "The commas of a number do not stand before every three digits.",
        "a comma before every three digits, as in £1,818,285",
        _AS_PRINTED,
    ),
    "amount-too-long": (
        "A cell for an amount holds more than any amount needs.",
        "at most 200 characters and 30 digits",
        "keep the amount alone; words belong in a note",
    ),
    "amount-units-mixed": (
        "One cell names two units, or thousands of a percentage.",
        "one unit in one cell",
        "write either pounds, or a percentage, or a count; give the other a cell of its own",
    ),
    "amount-range-order": (
        "The second amount of a range is not the higher one.",
        "the lower amount first, as in £80k to £100k",
        _AS_PRINTED,
    ),
    "amount-qualifiers": (
        "More than one of about, up to, at least, over and under stands with one amount.",
        "one of about, up to, at least, over and under; with a range only about",
        "keep the one that says most and put the other into a note",
    ),
    "amount-reading-form": (
        "A reading beside a print lacks the meant amount or its closing bracket.",
        f"the meant amount, a colon and the reason, all in brackets, as in {_EXAMPLE}",
        "write the meant amount after the word read and close the bracket at the end of the cell",
    ),
    "amount-reading-reason": (
        "A reading beside a print gives no reason.",
        f"a colon and the reason behind the meant amount, as in {_EXAMPLE}",
        "say in a few words how the document shows that this is meant",
    ),
    "amount-withheld-form": (
        "The reason or the authority of a withheld value cannot be read.",
        f"the word alone, or with reason and authority, as in {_WITHHELD}",
        "put the reason and the authority into brackets, with a semicolon between them",
    ),
}

MONEY_CODES: Final = {code: meaning for code, (meaning, _, _) in _WORDING.items()}


def money_fault(code: str, text: str, remedy: str = "") -> Fault:
    """The fault of a code about the cell ``text``; ``remedy`` in place of the usual one."""
    _, expected, usual = _WORDING[code]
    return Fault(code=code, read=quoted(text), expected=expected, remedy=remedy or usual)
