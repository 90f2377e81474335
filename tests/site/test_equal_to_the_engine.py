"""A filled page and the engine's own are the same, byte for byte: what carries shells and fill."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from generator.site.engine import draw
from generator.site.fill import fill
from generator.site.kinds import KIND, KINDS
from generator.site.policy import with_policies
from generator.site.shells import Slot, read_shells
from tests.site.conftest import SITE_URL, Drawn, address_of, copy_register, page_of

if TYPE_CHECKING:
    from generator.site.page import Page

NASTY = "<b>&\"' {{ x }} {% raw %} </title><script>alert(1)</script> – Bürgerhaushalt €1 😀"
NASTY_BODY = """
<h1 id="top-of-it">A &amp; B &lt;c&gt; &nbsp; &#8364;</h1>

<div class="outer">

   \t
\tA tab, a line of blanks above, and an empty line below.

  <div><div id="inner">{{ page.title }} {% include "x" %} $title ${title} %s {0}</div></div>

# not a heading

* not a list [not a link](other.md) `not code` **not bold** \\* <br/> ![x](y.png)

    four blanks are not code
</div>
<pre><code>def f():

    return 1   # blanks behind
\tx
</code></pre>
<table class="cb-table"><caption>Cost, £</caption><thead><tr><th>a</th></tr></thead>

<tbody><tr><td class="num">−£1</td></tr></tbody></table>
<svg viewBox="0 0 1 1" role="img" aria-labelledby="t1"><title id="t1">A &amp; B</title>

<path d="M0 0h1"/></svg>
<!-- a comment with <b> in it -->
<p>casebook-slot-for-the-title casebook-slot-for-the-content one-case cases/one-council/</p>
<style>p > a { color: red }</style>
<h2 id="last">Last</h2>
<hr>
<p>End: \u2028 \u00a0 é</p>
"""
MINIMAL = "x"


def source_of(page: Page, shell: str) -> str:
    """The page as one would write it by hand: the shell's source with the page's own words."""
    _, head, body = shell.split("---\n", 2)
    said = {**yaml.safe_load(head), "title": page.title, "description": page.description}
    written = yaml.safe_dump(said, width=10**6)
    before, mark, after = body.partition(Slot.CONTENT.value)
    assert mark
    return f"---\n{written}---\n{before}{page.content}{after}"


def drawn_as_ordinary(pages: list[Page], folder: Path, site_url: str) -> Drawn:
    """The pages drawn by the engine from a file each, at their own addresses, with policies."""
    root = copy_register(folder / "register", site_url=site_url)
    for page in pages:
        kind = KIND[page.kind]
        shell = (root / "site_src" / kind.source).read_text(encoding="utf-8")
        path = root / "site_src" / f"{page.address.rstrip('/')}.md" if kind.varies else None
        path = path or root / "site_src" / kind.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source_of(page, shell), encoding="utf-8", newline="")
    return Drawn(with_policies(draw(root, folder / "out")))


def filled(pages: list[Page], drawn: Drawn) -> Drawn:
    shells = read_shells(with_policies(drawn))
    return Drawn({file.address: file.body for file in fill(pages, [], shells)})


def same(pages: list[Page], drawn: Drawn, folder: Path, site_url: str) -> None:
    ordinary = drawn_as_ordinary(pages, folder, site_url)
    for path, body in filled(pages, drawn).items():
        assert body.decode() == ordinary[path].decode(), path
        assert body == ordinary[path], path


@pytest.mark.parametrize("site_url", ["", SITE_URL], ids=["no address", "with an address"])
@pytest.mark.parametrize("content", [NASTY_BODY, MINIMAL], ids=["a nasty body", "a minimal body"])
def test_a_filled_page_is_the_page_the_engine_would_have_drawn(
    site_url: str, content: str, tmp_path: Path
) -> None:
    drawn = Drawn(draw(copy_register(tmp_path / "shells", site_url=site_url), tmp_path / "drawn"))
    pages = [
        page_of(kind.name, title=f"{kind.name} {NASTY}", description=NASTY, content=content)
        for kind in KINDS
    ]
    same(pages, drawn, tmp_path, site_url)


def test_a_page_drawn_with_its_own_words_has_them_and_no_mark_of_a_slot(
    drawn_at_address: Drawn,
) -> None:
    for kind in KINDS:
        (body,) = filled([page_of(kind.name)], drawn_at_address).values()
        assert b"casebook-slot" not in body
        assert b"one-" not in body
        address = f'<link rel="canonical" href="{SITE_URL}{address_of(kind.name)}">'
        assert address.encode() in body


# What a case may hold: control characters are refused where it is read.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t"))
WORDS = TEXT.filter(lambda text: text.strip() != "")


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(["div", "p", "pre", "table", "section", "svg", "span", "ul", "h2"])
    return st.builds(
        lambda name, title, inner: f'<{name} title="{escape(title)}">{inner}</{name}>',
        names,
        TEXT,
        st.lists(inside, max_size=4).map("".join),
    )


HTML = st.recursive(TEXT.map(escape).map(str), element, max_leaves=12)
SAID = st.fixed_dictionaries(
    {"title": WORDS, "description": WORDS, "content": HTML.filter(lambda html: html.strip() != "")}
)


@settings(max_examples=10)
@given(st.lists(SAID, min_size=1, max_size=8))
def test_so_is_any_page_whatever_its_words_and_its_html(
    drawn_at_address: Drawn, said: list[dict[str, str]]
) -> None:
    pages = [page_of("case", f"case-{number}", **words) for number, words in enumerate(said)]
    with tempfile.TemporaryDirectory() as folder:
        same(pages, drawn_at_address, Path(folder), SITE_URL)
