"""Slots are counted: a page is never published with one too many or one too few."""

from __future__ import annotations

import pytest

from generator.site.errors import SiteError
from generator.site.fill import fill_page
from generator.site.kinds import KIND, KINDS
from generator.site.shells import Slot, read_shell, read_shells, site_url
from tests.site.conftest import SITE_URL, Drawn, page_of

CASE = KIND["case"]
PATH = f"{CASE.address}index.html"


def with_case(drawn: Drawn, old: str, new: str) -> Drawn:
    body = drawn[PATH].decode()
    assert old in body
    return Drawn({**drawn, PATH: body.replace(old, new).encode()})


def test_every_kind_has_its_shell_and_every_slot_stands_once(drawn_at_address: Drawn) -> None:
    shells = read_shells(drawn_at_address)
    assert set(shells) == {kind.name for kind in KINDS}
    for shell in shells.values():
        slots = [part for part in shell.parts if isinstance(part, Slot)]
        assert len(slots) == len(set(slots))
        assert set(slots) >= {Slot.TITLE, Slot.DESCRIPTION, Slot.CONTENT}


def test_the_address_is_a_slot_where_it_varies_and_the_site_has_one(
    drawn: Drawn, drawn_at_address: Drawn
) -> None:
    filled = {name for name, shell in read_shells(drawn_at_address).items() if has_address(shell)}
    assert filled == {kind.name for kind in KINDS if kind.varies}
    assert not any(has_address(shell) for shell in read_shells(drawn).values())


def has_address(shell: object) -> bool:
    return Slot.ADDRESS in getattr(shell, "parts", ())


@pytest.mark.parametrize(
    ("mark", "times", "name"),
    [
        (Slot.TITLE.value, 0, "title"),
        (Slot.TITLE.value, 2, "title"),
        (Slot.DESCRIPTION.value, 0, "description"),
        (Slot.CONTENT.value, 2, "content"),
        (CASE.address, 0, "address"),
        (CASE.address, 3, "address"),
    ],
)
def test_a_slot_found_more_or_fewer_times_than_declared_stops_the_build(
    drawn_at_address: Drawn, mark: str, times: int, name: str
) -> None:
    with pytest.raises(SiteError) as stopped:
        read_shell(CASE, with_case(drawn_at_address, mark, mark * times))
    assert str(stopped.value) == (
        "In the page drawn from site_src/cases/one-council/one-plan-year/one-case.md the "
        f"{name} stands {times} times, and 1 was expected. Look at that file and at what "
        "templates/theme/ writes, or declare the new number in generator/site/shells.py."
    )


def test_a_shell_that_was_not_drawn_stops_the_build(drawn: Drawn) -> None:
    without = Drawn({path: body for path, body in drawn.items() if path != PATH})
    with pytest.raises(SiteError, match=r"site_src/cases/one-council/.+ is missing"):
        read_shells(without)


def test_a_mark_in_a_page_s_own_words_stays_as_it_is(drawn: Drawn) -> None:
    words = " ".join(slot.value for slot in Slot)
    page = page_of("case", title=words, description=words, content=words)
    body = fill_page(page, read_shells(drawn)["case"]).decode()
    assert body.count(Slot.CONTENT.value) == 3
    assert body.count(Slot.TITLE.value) == 3


def test_the_site_s_address_is_read_from_the_drawn_home_page(
    drawn: Drawn, drawn_at_address: Drawn
) -> None:
    assert site_url(drawn) == ""
    assert site_url(drawn_at_address) == SITE_URL
