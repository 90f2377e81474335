"""What a page's policy allows, and where it is taken from."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.errors import SiteError
from generator.site.policy import MARK, Scripts, policy, source_of, with_policies

DRAWN = f'<head><meta charset="utf-8"><meta content="{MARK}"><script>own()</script></head><body>'


def directives(text: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in text.split("; ")}


@pytest.mark.parametrize("search", [False, True])
@given(scripts=st.lists(st.text()))
def test_nothing_runs_by_standing_in_the_page_or_by_being_made_of_text(
    scripts: list[str], *, search: bool
) -> None:
    allowed = directives(policy(scripts, search=search))
    sources = {source for ones in allowed.values() for source in ones}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "https:"} & sources
    assert allowed["default-src"] == ["'none'"]
    assert allowed["style-src"] == allowed["form-action"] == allowed["base-uri"] == ["'self'"]
    assert not {"object-src", "frame-src", "child-src"} & allowed.keys(), "they fall back to none"
    assert [name for name, ones in allowed.items() if "data:" in ones] == ["img-src"]
    assert ("'wasm-unsafe-eval'" in allowed["script-src"]) == search
    assert ("worker-src" in allowed) == search


def test_a_script_is_named_by_the_digest_that_browsers_take() -> None:
    """The example of W3C, Content Security Policy Level 3, 8.3."""
    assert source_of("alert('Hello, world.');") == (
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


def test_line_ends_count_as_the_browser_has_them() -> None:
    assert source_of("a\r\nb\rc") == source_of("a\nb\nc")


def test_each_script_of_the_page_is_named_once_in_its_order() -> None:
    digests = [base64.b64encode(hashlib.sha256(one).digest()).decode() for one in (b"a", b"b")]
    assert directives(policy(["a", "b", "a"]))["script-src"] == [
        "'self'",
        *(f"'sha256-{digest}'" for digest in digests),
    ]


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        ("<script>a</script><p>b</p><script>c < d && '</p>'</script>", ["a", "c < d && '</p>'"]),
        ('<script src="a.js"></script>', []),
        ('<script type="application/json">{"a": 1}</script>', []),
        ('<script type="module">a</script><script type="">b</script>', ["a", "b"]),
        ("<p title='<script>a</script>'>&lt;script&gt;b&lt;/script&gt;</p>", []),
        ("<!-- <script>a</script> -->", []),
        ("<script>&amp;</script>", ["&amp;"]),
    ],
)
def test_the_scripts_of_a_page_are_those_a_browser_would_run(page: str, scripts: list[str]) -> None:
    assert Scripts(page).found == scripts


def test_each_page_gets_the_policy_of_its_own_scripts_and_other_files_stay_as_they_are() -> None:
    style = MARK.encode()
    made = with_policies({"a/index.html": DRAWN.encode(), "a.css": style})
    assert made["a.css"] == style
    assert made["a/index.html"].decode() == DRAWN.replace(MARK, policy(["own()"]))


def test_the_page_that_searches_is_the_one_that_may_run_webassembly() -> None:
    made = with_policies(dict.fromkeys(("search/index.html", "cases/index.html"), DRAWN.encode()))
    allowing = [path for path, body in made.items() if b"wasm" in body]
    assert allowing == ["search/index.html"]


@pytest.mark.parametrize("drawn", ["<head></head>", DRAWN + DRAWN])
def test_a_page_without_one_place_for_its_policy_stops_the_build(drawn: str) -> None:
    with pytest.raises(SiteError, match=r"In the drawn page a/index\.html the place for its"):
        with_policies({"a/index.html": drawn.encode()})
