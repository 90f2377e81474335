"""The cases of this register, each held against the next as if it were its later version."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.changes.change import Change, Topic
from generator.changes.compare import changes_between
from generator.changes.money import money_changes, pounds_moved
from generator.reading.files import TextFile
from generator.reading.load import load_case
from tests.changes.shown import reverse

if TYPE_CHECKING:
    from generator.core.case import Case

ROOT = Path(__file__).resolve().parent.parent.parent
PATHS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "cases").glob("*/*/*.md")
    if path.is_file()
)


def read(path: str) -> Case:
    text = (ROOT / path).read_text("utf-8")
    return load_case(TextFile(path=path, text=text)).case


known = cache(read)


@pytest.mark.parametrize("path", PATHS)
def test_a_case_has_no_change_against_itself_read_again(path: str) -> None:
    assert changes_between(known(path), read(path)) == ()


@pytest.mark.parametrize(("one", "other"), list(pairwise(PATHS)))
def test_two_cases_differ_backwards_as_they_do_forwards(one: str, other: str) -> None:
    there = changes_between(known(one), known(other))
    back = changes_between(known(other), known(one))
    assert there
    assert Counter(map(without_owners, map(reverse, there))) == Counter(map(without_owners, back))
    assert len(money_changes(there)) <= len(there)
    assert all(pounds_moved(change) >= 0 for change in there)


def without_owners(change: Change) -> str:
    return repr(replace(change, owners=(None, None)))


def test_the_programme_of_shared_services_is_no_longer_the_case_it_follows() -> None:
    """A/R.6.209 of 2019/20 follows C/R.6.101 of 2018/19."""
    followed = known("cases/cambridgeshire/2018-19/c-r-6-101-shared-services.md")
    follows = known("cases/cambridgeshire/2019-20/a-r-6-209-shared-services-programme.md")
    changes = {change.place: change for change in changes_between(followed, follows)}
    assert changes["Case", "id"].before == followed.id
    assert changes["Headline", "amount"].topic is Topic.MONEY
