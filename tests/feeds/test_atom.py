"""A feed keeps the rules of RFC 4287, whatever the words are and wherever the site stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.atom import MOST_ENTRIES, Entry, Feed, atom, id_of
from tests.feeds.rules import A, broken_rules

START = datetime(2018, 2, 15, 9, 30, tzinfo=UTC)
SITE = "https://register.example.org/"


def entry(number: int = 1, **said: object) -> Entry:
    values = {
        "name": f"case {number}",
        "title": f"Plan {number}",
        "updated": START + timedelta(days=number),
        "address": f"cases/north/2018-19/plan-{number}/history/",
        "said": ("The saving fell.", "A risk was added."),
    }
    return Entry(**(values | said))  # type: ignore[arg-type] # one value of its own for each field


def feed(*entries: Entry) -> Feed:
    return Feed(
        name="register", title="What changed", subtitle="All cases", address="feeds/register.atom",
        page="changes/", empty=START, entries=entries,
    )  # fmt: skip


def read(body: bytes) -> ET.Element:
    return ET.fromstring(body)  # noqa: S314 - what was just written here


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1)


@given(st.lists(st.tuples(words, words, st.lists(words))), st.sampled_from(["", SITE]), words)
def test_every_feed_keeps_the_rules(
    said: list[tuple[str, str, list[str]]], site_url: str, author: str
) -> None:
    entries = [
        entry(number, title=title, name=f"{number} {name}", said=tuple(sentences))
        for number, (title, name, sentences) in enumerate(said)
    ]
    assert not broken_rules(atom(feed(*entries), site_url, author))


def test_a_feed_in_which_nothing_happened_is_a_feed_all_the_same() -> None:
    body = atom(feed(), SITE, "Northtown Council")
    assert not broken_rules(body)
    assert read(body).findtext(f"{A}updated") == "2018-02-15T09:30:00+00:00"


def test_the_newest_come_first_and_no_more_than_a_reader_wants() -> None:
    root = read(atom(feed(*map(entry, range(MOST_ENTRIES + 5))), SITE, "Northtown"))
    titles = [found.findtext(f"{A}title") for found in root.findall(f"{A}entry")]
    assert len(titles) == MOST_ENTRIES
    assert titles[0] == f"Plan {MOST_ENTRIES + 4}"
    updated = (START + timedelta(days=MOST_ENTRIES + 4)).isoformat()
    assert root.findtext(f"{A}updated") == updated


def test_links_are_whole_where_the_site_has_an_address_and_lead_up_where_it_has_none() -> None:
    def hrefs(site_url: str) -> list[str]:
        links = read(atom(feed(entry()), site_url, "Northtown")).iter(f"{A}link")
        return [link.get("href", "") for link in links]

    assert hrefs(SITE) == [
        f"{SITE}feeds/register.atom",
        f"{SITE}changes/",
        f"{SITE}cases/north/2018-19/plan-1/history/",
    ]
    assert hrefs("") == ["../changes/", "../cases/north/2018-19/plan-1/history/"]


def test_an_id_is_the_same_wherever_the_site_stands_and_whatever_the_title_is() -> None:
    def ids(site_url: str, **said: object) -> list[str]:
        root = read(atom(feed(entry(**said)), site_url, "Northtown"))  # type: ignore[arg-type]
        return [found.text or "" for found in root.iter(f"{A}id")]

    assert ids(SITE) == ids("") == ids("", title="Another title", address="cases/elsewhere/")
    assert id_of("register") == "urn:uuid:8c2c2c3d-ea60-5f1e-a489-63e1bbfbb415"  # for ever


def test_sentences_stand_in_a_list_and_the_first_is_the_summary() -> None:
    root = read(atom(feed(entry(said=("£1 < £2 & so on", "Two."))), SITE, "Northtown"))
    assert root.findtext(f"{A}entry/{A}summary") == "£1 < £2 & so on"
    items = [item.text for item in root.iter("{http://www.w3.org/1999/xhtml}li")]
    assert items == ["£1 < £2 & so on", "Two."]
