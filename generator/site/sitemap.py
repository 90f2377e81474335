"""The sitemap: every page of the site once, for those who read it by machine.

The engine writes one too, but knows only what it drew, shells among it, and
dates it by the clock. A sitemap holds full addresses, so a site whose address
is not set has none: that is right for a preview, and a sitemap without an
address would break the format's own rule (sitemaps.org, protocol 0.9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

INDEX = "index.html"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(site_url: str, paths: Iterable[str], as_at: date) -> tuple[Asset, ...]:
    """The sitemap as a file, or nothing where the site's address is not set.

    Args:
        site_url: the site's address, ending in ``/``, or empty.
        paths: files of the site; those called ``index.html`` are its pages.
        as_at: the day the register stands at, given for every page.
    """
    if not site_url:
        return ()
    pages = sorted(path.removesuffix(INDEX) for path in paths if f"/{path}".endswith(f"/{INDEX}"))
    rows = (
        f"<url><loc>{escape(site_url + page)}</loc><lastmod>{as_at.isoformat()}</lastmod></url>\n"
        for page in pages
    )
    return (Asset(address="sitemap.xml", body=f"{HEAD}{''.join(rows)}</urlset>\n".encode()),)
