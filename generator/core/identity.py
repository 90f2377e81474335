"""Which case is meant: its path, and the references a document gives it.

A case is identified by where its file lies, `council/plan-year/slug`. The
references printed in a document are written in many ways ("A/R. 6.115",
"(A/R 6.127)", "B/R.6.209&B/R.6.208"); each is kept as written, and all spellings
of one reference come down to one normal form by which they are found.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic.dataclasses import dataclass

from generator.core.cell_text import LONGEST_NAME, quoted
from generator.core.problems import Fault

CODES = {
    "path-unusable": "A case file that does not lie at council/plan-year/slug.md.",
}

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_NAME = 80
NO_PART_OF_A_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class CaseId:
    """A case's identity: folder of the council, plan year as in ``2018-19``, and slug."""

    council: str
    year_folder: str
    slug: str

    def __str__(self) -> str:
        return f"{self.council}/{self.year_folder}/{self.slug}"

    @property
    def plan_year(self) -> str:
        """The financial year of the plan as it is shown, for example ``2018/19``."""
        return plan_year_of(self.year_folder)


def plan_year_of(folder: str) -> str:
    """The financial year that a folder of plans is named after, as it is shown: ``2018/19``."""
    return folder.replace("-", "/")


def is_plan_year(folder: str) -> bool:
    """Whether a folder is named after a financial year: two years that follow each other."""
    found = re.fullmatch(r"(20\d\d)-(\d\d)", folder)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def parse_case_id(text: str) -> CaseId | Fault:
    """The identity written as ``council/plan-year/slug``, as links between cases write it."""
    parts = text.strip().removesuffix(".md").strip("/").split("/")
    if len(parts) == 3 and is_plan_year(parts[1]) and all(_is_name(part) for part in parts):
        return CaseId(council=parts[0], year_folder=parts[1], slug=parts[2])
    return Fault(
        code="path-unusable",
        read=quoted(text, LONGEST_NAME),
        expected="council/plan-year/slug, such as plymouth/2014-15/customer-services",
        remedy="use small letters, digits and single hyphens; the plan year joins two years "
        "that follow each other, as 2018-19 does",
    )


def _is_name(text: str) -> bool:
    return len(text) <= MOST_NAME and NAME.fullmatch(text) is not None


def normal_reference(text: str) -> str:
    """The form in which all spellings of one reference are equal.

    Letters and digits only, in capitals, with full stops kept between digits:
    ``(A/R. 6.127)``, ``a/r 6.127`` and ``A/R.6.127`` all become ``AR6.127``.
    """
    return re.sub(r"(?!(?<=\d)[.](?=\d))[^A-Za-z0-9]", "", text).upper()


@lru_cache(maxsize=8192)  # the labels of some cases: each is asked for many times
def slug_of(label: str) -> str:
    """A label in small letters with hyphens: the id of a row or column without one of its own."""
    return NO_PART_OF_A_SLUG.sub("-", label.lower()).strip("-")
