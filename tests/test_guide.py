"""The guide to the case file leaves out no field and no word that an officer may use."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from generator.core import words
from generator.core.amounts import COUNTING_UNITS
from generator.core.case import Front
from generator.core.deciding import Change, Consultation, Decision, Exempt, Link, Person
from generator.core.figures import Headline, Split
from generator.core.impacts import Impacts, Protected
from generator.core.options import Assessment, Criterion, Option
from generator.core.risks import Dependency, Risk, RiskLog
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
RECORDS = (
    Assessment, Front, Change, Consultation, Criterion, Decision, Dependency, Exempt, Headline,
    Impacts, Link, Option, Person, Protected, Risk, RiskLog, Split,
)  # fmt: skip
LISTS = (
    words.Kind, words.Measure, words.Basis, words.Quality, words.Certainty, words.SplitBy,
    words.Outcome, words.ChangeKind, words.DependencyKind, words.LinkKind, words.ClaimKind,
    words.Heading,
)  # fmt: skip


def _names(text: str) -> bool:
    """Whether the guide names it as a whole word, on one line or over two."""
    words_of_it = r"\s+".join(re.escape(word) for word in text.split())
    return re.search(rf"(?<![\w-]){words_of_it}(?![\w-])", GUIDE) is not None


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_guide_names_every_field(record: type) -> None:
    named = [field.name for field in fields(record)]
    assert [name for name in named if not _names(name)] == []


@pytest.mark.parametrize("known", LISTS, ids=lambda known: known.__name__)
def test_the_guide_names_every_word_of_a_closed_list(known: type[words.Kind]) -> None:
    assert [word.value for word in known if not _names(word.value)] == []


def test_the_guide_names_every_unit_and_every_protected_characteristic() -> None:
    every = (*COUNTING_UNITS, *words.PROTECTED_CHARACTERISTICS)
    assert [name for name in every if not _names(name)] == []
