"""Whatever a case says, its pages hold our markup and its words, and nothing that runs or fetches.

Read with Python's own HTML reader, which knows nothing of ours: every page of a register in
which each field of free text has held each payload.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from generator.site.policy import MARK, policy
from tests.safety.hostile import PAYLOADS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.safety.conftest import Sites

# What our own templates, the theme and the allow-list for prose write.
TAGS = {
    *(
        [
            "html",
            "head",
            "meta",
            "title",
            "link",
            "script",
            "body",
            "header",
            "nav",
            "main",
            "article",
            "section",
            "aside",
            "footer",
        ]
    ),
    *(
        [
            "div",
            "span",
            "p",
            "a",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "strong",
            "em",
            "b",
            "i",
            "small",
            "abbr",
            "time",
        ]
    ),
    *(
        [
            "blockquote",
            "pre",
            "code",
            "hr",
            "br",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
        ]
    ),
    *(
        [
            "details",
            "summary",
            "form",
            "fieldset",
            "legend",
            "label",
            "input",
            "select",
            "option",
            "button",
            "search",
        ]
    ),
    *(
        [
            "figure",
            "figcaption",
            "svg",
            "g",
            "path",
            "title",
            "desc",
            "circle",
            "rect",
            "line",
            "text",
            "defs",
            "use",
            "sup",
            "sub",
        ]
    ),
    *(
        [
            "output",
            "noscript",
            "img",
            "data",
            "del",
            "ins",
            "mark",
            "datalist",
            "meter",
            "optgroup",
            "dialog",
        ]
    ),
}
ADDRESSES = {"href", "src", "action", "formaction", "srcset", "data", "poster", "xlink:href"}
FETCHED = {"src", "srcset", "data", "poster", "action", "formaction"}
LANDMARKS = ("header", "nav", "main", "article", "footer", "h1")


class Reading(HTMLParser):
    """A page as tags and what they say, with the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.data: list[str] = []
        self.words: list[str] = []
        self._into: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"<{tag}> says something twice: {attrs}"
        said = {name: value or "" for name, value in attrs}
        self.tags.append((tag, said))
        self._into = None
        if tag == "script" and "src" not in said:
            self._into = self.data if said.get("type") == "application/json" else self.scripts

    def handle_data(self, data: str) -> None:
        (self.words if self._into is None else self._into).append(data)

    def handle_endtag(self, tag: str) -> None:
        self._into = None if tag == "script" else self._into


@cache
def pages(site: Path) -> dict[str, Reading]:
    return {
        path.relative_to(site).as_posix(): Reading(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@cache
def own_scripts(site: Path) -> frozenset[str]:
    """What the theme writes on a page: those of a site without a payload."""
    return frozenset(script for page in pages(site).values() for script in page.scripts)


def values(site: Path, names: set[str]) -> dict[str, str]:
    """Every value of these attributes, with the page it was first seen on."""
    seen: dict[str, str] = {}
    for path, page in pages(site).items():
        for _, said in page.tags:
            for name in names & said.keys():
                seen.setdefault(said[name], path)
    return seen


def test_there_are_enough_payloads_and_each_is_another() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) > 150


def test_every_payload_stands_on_a_page_as_the_words_it_is(sites: Sites) -> None:
    """The other tests would pass on empty pages too."""
    words = "\n".join(
        " ".join("".join(page.words).split()) for page in pages(sites.hostile).values()
    )
    missing = [one for one in PAYLOADS if " ".join(one.split()) not in words]
    assert not missing


def test_no_page_holds_a_tag_that_is_not_ours(sites: Sites) -> None:
    used = {tag: path for path, page in pages(sites.hostile).items() for tag, _ in page.tags}
    assert not {tag: path for tag, path in used.items() if tag not in TAGS}


def test_a_hostile_register_brings_no_script_of_its_own(sites: Sites) -> None:
    assert own_scripts(sites.hostile) <= own_scripts(sites.plain)
    files = {said["src"] for page in pages(sites.hostile).values() for tag, said in page.tags
             if tag == "script" and "src" in said}  # fmt: skip
    assert all(re.fullmatch(r"(\.\./|/)*assets/[\w./-]+\.js", file) for file in files), files


def test_nothing_listens_and_nothing_sets_its_own_style(sites: Sites) -> None:
    names = {name: path for path, page in pages(sites.hostile).items() for _, said in page.tags
             for name in said}  # fmt: skip
    assert not {name: path for name, path in names.items() if name.startswith("on")}
    assert not {"style", "srcdoc", "ping", "background"} & names.keys()
    assert not [name for name in names if not re.fullmatch(r"[a-z][a-zA-Z0-9:-]*", name)]


def test_addresses_lead_to_the_web_to_a_mailbox_or_into_the_site(sites: Sites) -> None:
    for value, path in values(sites.hostile, ADDRESSES).items():
        plain = re.sub(r"[\x00-\x20]", "", value).lower()
        scheme = re.match(r"([^/?#]*?):", plain)
        assert not scheme or scheme[1] in {"https", "http", "mailto"}, (path, value)
        assert not re.match(r"[/\\]{2}|/\\", plain), (path, value)


def test_nothing_is_fetched_from_elsewhere_and_no_form_leads_there(sites: Sites) -> None:
    for value, path in values(sites.hostile, FETCHED).items():
        assert ":" not in value, (path, value)
        assert not value.startswith("//"), (path, value)
    for path, page in pages(sites.hostile).items():
        linked = [said["href"] for tag, said in page.tags if tag in {"link", "use", "image"}]
        assert not [one for one in linked if ":" in one or one.startswith("//")], path
        images = [said["src"] for tag, said in page.tags if tag == "img"]
        assert all(re.match(r"(\.\./)+assets/", src) for src in images), path


def test_links_out_of_the_prose_of_a_case_say_that_nobody_here_vouches_for_them(
    sites: Sites,
) -> None:
    for path, page in pages(sites.hostile).items():
        for tag, said in page.tags:
            if tag == "a" and re.match(r"[a-z]+:.*evil", said.get("href", ""), re.IGNORECASE):
                assert {"nofollow", "noopener"} <= set(said.get("rel", "").split()), (path, said)
                assert "target" not in said, path


def test_a_hostile_case_has_the_landmarks_of_a_plain_one(sites: Sites) -> None:
    plain = pages(sites.plain)
    for path, page in pages(sites.hostile).items():
        same = re.sub(r"(council|theme|case|wrong)-\d+/", r"\1-0/", path)
        counts = Counter(tag for tag, _ in page.tags)
        # Else a page that a register of one case has no use for; few cases have a past.
        if same in plain and "/history/" not in path:
            expected = Counter(tag for tag, _ in plain[same].tags)
            assert {t: counts[t] for t in LANDMARKS} == {t: expected[t] for t in LANDMARKS}, path
        assert counts["h1"] == counts["main"] == 1, path


def test_no_name_of_an_element_stands_twice_or_is_one_that_scripts_use(sites: Sites) -> None:
    for path, page in pages(sites.hostile).items():
        names = Counter(said["id"] for _, said in page.tags if "id" in said)
        assert not [name for name, times in names.items() if times > 1], path
        first = next(tag for tag, said in page.tags if said.get("id") == "__config")
        assert first == "script", path


def test_the_policy_of_a_page_is_that_of_its_shell_whatever_the_case_says(sites: Sites) -> None:
    own = {policy for ones in policies(sites.plain).values() for policy in ones}
    for path, said in policies(sites.hostile).items():
        assert len(said) == 1, path
        assert said[0] in own, path
        scripts = pages(sites.hostile)[path].scripts
        assert said[0] == policy(scripts, search=path == "search/index.html"), path
        assert MARK not in said[0]


def policies(site: Path) -> dict[str, list[str]]:
    return {
        path: [s["content"] for t, s in page.tags if t == "meta" and "http-equiv" in s]
        for path, page in pages(site).items()
    }


def test_the_policy_stands_before_all_that_it_rules(sites: Sites) -> None:
    for path, page in pages(sites.plain).items():
        tags = [(tag, tuple(said)) for tag, said in page.tags]
        assert tags[2:4] == [("meta", ("charset",)), ("meta", ("http-equiv", "content"))], path


def test_data_can_still_be_read_by_machine(sites: Sites) -> None:
    files = list(sites.hostile.rglob("*.json"))
    assert len(files) > len(PAYLOADS)
    for file in files:
        json.loads(file.read_text(encoding="utf-8"))
    for feed in (*sites.hostile.rglob("*.xml"), *sites.hostile.rglob("*.atom")):
        ET.parse(feed)  # noqa: S314 - made a moment ago


def test_data_on_a_page_cannot_end_early(sites: Sites) -> None:
    for path, page in pages(sites.hostile).items():
        for data in page.data:
            assert "<" not in data, path
            json.loads(data)


@pytest.mark.parametrize("mark", ["casebook-slot-for-the-title", "casebook-slot-for-the-policy"])
def test_a_case_that_names_a_place_to_be_filled_is_left_as_it_is(sites: Sites, mark: str) -> None:
    titles = [path for path, page in pages(sites.hostile).items() if mark in "".join(page.words)]
    assert titles


def test_sums_are_worked_out_of_hostile_figures_too(sites: Sites) -> None:
    """Findings carry the labels of figures to lists, questions and data."""
    file = sites.hostile / "api" / "v1" / "findings.json"
    titles = [one["title"] for one in json.loads(file.read_text(encoding="utf-8"))["findings"]]
    assert len(titles) > len(PAYLOADS)
    questions = "\n".join(
        " ".join("".join(page.words).split())
        for path, page in pages(sites.hostile).items()
        if path.startswith("sums/questions/")
    )
    missing = [one for one in PAYLOADS if " ".join(one.split()) not in questions]
    assert not missing
