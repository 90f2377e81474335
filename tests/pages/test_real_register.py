"""The pages of this register: well made, linked, and the same as its data."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest

from generator.core.amounts import PENCE, PERCENT, POUNDS, Amount
from generator.pages.case_view import case_view
from generator.pages.data import all_assets
from generator.pages.pages import all_pages
from generator.pages.shelf import shelve
from tests.pages.conftest import AS_AT, TEMPLATES, Body

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.core.case import Case
    from generator.reading.register import Register
    from generator.site.page import Page

SITE = "https://site.invalid/"
WRITTEN_BY_HAND = {"search/", "submit/", "submit/problems/", "accessibility/"}


@pytest.fixture(scope="module")
def bodies(real_pages: tuple[Page, ...]) -> dict[str, Body]:
    return {page.address: Body(page.content) for page in real_pages}


@pytest.fixture(scope="module")
def data(real: Register) -> dict[str, Any]:
    """Every file of data by its address; of a sheet only that it is there."""
    return {
        asset.address: json.loads(asset.body) if asset.address.endswith(".json") else None
        for asset in all_assets(real, AS_AT)
    }


def test_every_case_council_and_list_has_a_page(
    real: Register, real_pages: tuple[Page, ...]
) -> None:
    addresses = {page.address for page in real_pages}
    assert {f"cases/{path}/" for path in real.cases} <= addresses
    assert {f"councils/{folder}/" for folder in real.councils} <= addresses
    assert {"", "cases/", "councils/", "themes/", "themes/shared-services/"} <= addresses


def test_prose_may_link_to_every_page_that_stays_and_to_no_other(
    real: Register, real_pages: tuple[Page, ...]
) -> None:
    """Questions to a case have a page as long as there are any, two of anything as long as both."""
    shelf = shelve(real, AS_AT, production=False)
    passing = {"case-questions", "two-councils", "two-cases"}
    stay = {page.address for page in real_pages if page.kind not in passing}
    assert shelf.addresses == stay | WRITTEN_BY_HAND


def test_ids_stand_once_on_a_page_and_what_names_one_finds_it(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        ids = body.values("id")
        assert len(ids) == len(set(ids)), address
        assert all(re.fullmatch(r"[a-z0-9-]+", id_) for id_ in ids), address
        named = " ".join(body.values("aria-labelledby")).split()
        assert set(named) <= set(ids), address


def test_every_region_and_landmark_has_a_name_of_its_own(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        names = body.values("aria-label") + body.values("aria-labelledby")
        assert len(names) == len(set(names)), address


def test_headings_begin_with_the_one_title_and_leave_no_level_out(bodies: dict[str, Body]) -> None:
    for address, body in bodies.items():
        levels = body.headings
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)


def test_every_table_has_a_caption_and_every_heading_of_it_a_scope(
    bodies: dict[str, Body],
) -> None:
    for address, body in bodies.items():
        tags = [tag for tag, _ in body.tags]
        captions = tags.count("caption")
        names = body.values("aria-label")
        in_prose = sum(bool(re.fullmatch(r"Table \d+ under .*", name)) for name in names)
        assert captions + in_prose == tags.count("table"), address
        assert all("scope" in said for tag, said in body.tags if tag == "th"), address


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it(
    bodies: dict[str, Body], data: dict[str, Any]
) -> None:
    known = bodies.keys() | data.keys() | WRITTEN_BY_HAND
    for address, body in bodies.items():
        for leads in body.values("href"):
            target = urlsplit(urljoin(SITE + address, leads))
            if f"{target.scheme}://{target.netloc}/" != SITE:
                continue
            path = target.path.removeprefix("/")
            assert path in known, (address, leads)
            if target.fragment:
                assert target.fragment in bodies[path].values("id"), (address, leads)


def test_the_same_register_gives_the_same_pages_and_data(
    real: Register, real_pages: tuple[Page, ...]
) -> None:
    assert real_pages == all_pages(real, AS_AT, production=False, templates=TEMPLATES)
    assert all_assets(real, AS_AT) == all_assets(real, AS_AT)


def test_a_published_page_shows_nothing_that_has_to_be_mended(real: Register) -> None:
    for page in all_pages(real, AS_AT, production=True, templates=TEMPLATES):
        assert "cb-problem" not in page.content


def number_in(figure: dict[str, Any], unit: str) -> Decimal | None:
    """The number that a figure of the data has, in the units of the model."""
    key = {"£": "amount", "pence": "amount", "%": "percent"}.get(unit, "count")
    found = figure.get(key)
    if found is None:
        return None
    return Decimal(found) * (100 if unit == "pence" else 1)


def check(figure: dict[str, Any], amount: Amount) -> None:
    unit = amount.unit.name
    assert number_in(figure, unit) == amount.number
    assert figure["state"] == amount.state.value
    assert figure.get("unit", "£") == (unit if amount.unit not in (POUNDS, PENCE) else "£")
    assert ("percent" in figure) == (amount.unit == PERCENT and amount.number is not None)
    if amount.reading is not None:
        assert number_in(figure["reading"], amount.reading.unit.name) == amount.reading.number
        assert figure["reading"]["reason"] == amount.reading_reason
    assert {"printed", "amount", "measure", "period", "basis", "source", "line"} <= figure.keys()


def figures_of(case: Case, data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Amount]]:
    """Each figure of a case's data with the one of the model that it was made from."""
    if case.headline is None:
        assert (data["headline"]["amount"], data["headline"]["state"]) == (None, "absent")
    else:
        yield data["headline"], case.headline.amount
        pairs = zip(data["headline"]["splits"], case.headline.splits, strict=True)
        yield from ((one, split.amount) for one, split in pairs)
    for told, table in zip(data["tables"], case.tables, strict=True):
        told_cells = chain.from_iterable(row["cells"] for row in told["rows"])
        yield from zip(told_cells, chain.from_iterable(table.amounts), strict=True)
    yield from zip(data["figures"], (figure.amount for figure in case.figures), strict=True)
    yield from zip(data["claims"], (claim.value for claim in case.claims), strict=True)
    for told, benefit in zip(data["benefits"], case.benefits, strict=True):
        yield from zip(told["targets"], (target.amount for target in benefit.targets), strict=True)


def test_every_figure_of_the_data_is_the_one_of_the_file(
    real: Register, data: dict[str, Any]
) -> None:
    checked = 0
    for path, loaded in real.cases.items():
        for figure, amount in figures_of(loaded.case, data[f"cases/{path}/case.json"]):
            check(figure, amount)
            checked += 1
    assert checked > 1_500, "the cases hold more than 1,500 figures between them"


def test_the_list_of_all_cases_says_what_the_page_says(
    real: Register, data: dict[str, Any], bodies: dict[str, Body]
) -> None:
    listed = data["api/v1/cases.json"]
    assert listed["as_at"] == AS_AT.isoformat()
    assert {case["id"] for case in listed["cases"]} == set(real.cases)
    for case in listed["cases"]:
        body = bodies[case["url"]]
        assert f"{case['headline']['text']}." in body.text
        assert case["summary"] is None or " ".join(case["summary"].split()) in body.text
        assert case["council"] == case["id"].split("/")[0]
        assert re.fullmatch(r"20\d\d/\d\d", case["plan_year"])


def test_every_print_stands_on_the_page(real: Register) -> None:
    shelf = shelve(real, AS_AT, production=False)
    for case in shelf.cases.values():
        money = case_view(case, shelf).parts[0].view
        shown = [c.printed for t in money.tables for row in t.rows for c in row.cells]  # type: ignore[attr-defined] # the first part is the one on money
        typed = [amount.printed for table in case.tables for _, _, amount in table.cells()]
        assert shown == typed


def prints(value: Any, source: str = "", line: Any = None) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - data may hold anything
    """Each print of a case's data with its source and line, which an object around may name."""
    if isinstance(value, list):
        for item in value:
            yield from prints(item, source, line)
    elif isinstance(value, dict):
        source, line = value.get("source") or source, value.get("line") or line
        if value.get("printed"):
            yield value["printed"], source, line
        for item in value.values():
            yield from prints(item, source, line)


@pytest.mark.needs("sources")
def test_every_print_stands_on_the_line_it_names(data: dict[str, Any], sources: Path) -> None:
    texts = {
        file.stem: file.read_text("utf-8", "replace").splitlines() for file in sources.glob("*.txt")
    }
    for address, case in data.items():
        if not address.endswith("case.json"):
            continue
        for printed, source, line in prints(case):
            first, last = (str(line).split("-") * 2)[:2]
            near = "".join(texts[source][max(0, int(first) - 2) : int(last) + 1])
            assert squeezed(printed) in squeezed(near), (address, printed, line)


def squeezed(text: str) -> str:
    """Text without blanks, marks of emphasis and differences of dash and apostrophe."""
    plain = text.replace("−", "-").replace("–", "-").replace("’", "'")
    return re.sub(r"[\s*_`]|<[^>]+>", "", plain).lower()
