"""Every code of a problem that reading can report, with its meaning, in one list.

Officers search for a code, forges link to it, and a code never changes once it has been
published. Each module that reports problems keeps its codes beside its wording; here they
come together under the headings of the public list (``docs/problems.md``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.core import (
    empty_relations,
    identity,
    money,
    operands,
    periods,
    relations,
    scalars,
    words,
)
from generator.reading import (
    body,
    deflators,
    facets,
    fields,
    files,
    finance,
    known,
    labels,
    lists,
    load,
    register,
    rows,
    yaml_faults,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# heading of the public list: the codes below it
SECTIONS: Final[dict[str, tuple[Mapping[str, str], ...]]] = {
    "Files and folders": (files.CODES,),
    "The top of the file": (load.CODES, yaml_faults.CODES, fields.CODES),
    "Single values": (scalars.CODES, words.CODES, identity.CODES),
    "Amounts and units": (money.CODES,),
    "Periods and days": (periods.CODES,),
    "Headings and text": (body.CODES,),
    "Tables": (facets.CODES, rows.CODES, finance.CODES, labels.CODES, lists.CODES),
    "How the figures hang together": (relations.CODES, operands.CODES, empty_relations.CODES),
    "The register as a whole": (register.CODES, known.CODES, deflators.CODES),
}


def all_codes() -> dict[str, str]:
    """Each code with its meaning, in the order of the public list.

    Raises:
        ValueError: two modules define the same code.
    """
    codes: dict[str, str] = {}
    for held in (codes_ for groups in SECTIONS.values() for codes_ in groups):
        if twice := codes.keys() & held.keys():
            raise ValueError(f"these codes are defined twice: {', '.join(sorted(twice))}")
        codes |= held
    return codes
