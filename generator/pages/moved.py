"""The body of a case's page put at another address, where it still leads to the same places.

An older version of a case is shown as the page of the case was, some folders further down. Its
links were written for the address of the case, and some lead to what is no longer there: a
committee that no case names any more, a case that was taken out. Those are no links here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# A link as templates and the sanitiser write it; all other text is escaped, so nothing else looks
# like one.
LINK = re.compile(r'<(?P<end>/?)a\b(?P<said>(?:[^>"]|"[^"]*")*)>')
HREF = re.compile(r' href="(?P<url>[^"]*)"')
NEEDLESS = re.compile(r' (?:href|rel)="[^"]*"')
UP = "../"


def moved(content: str, here: str, folders: int, known: Callable[[str], bool]) -> str:
    """The same body some folders deeper.

    Args:
        content: finished HTML, written for the page at `here`.
        here: the address it was written for; a link to a place on that page leads to the same
            place on the new one.
        folders: how many folders deeper it will stand.
        known: whether the site has a page at an address. Links upwards that lead to none become
            plain text; links downwards are left as they are.
    """
    open_as = ["a"]

    def put(found: re.Match[str]) -> str:
        if found["end"]:
            return f"</{open_as.pop() if len(open_as) > 1 else open_as[0]}>"
        said, href = found["said"], HREF.search(found["said"])
        url = href["url"] if href else ""
        path, _, anchor = url.removeprefix(UP * here.count("/")).partition("#")
        if path == here and anchor:
            url = f"#{anchor}"
        elif url.startswith(UP) and not known(path):
            open_as.append("span")
            return f"<span{NEEDLESS.sub('', said)}>"
        elif url.startswith(UP):
            url = UP * folders + url
        open_as.append("a")
        led = f' href="{url}"'
        return f"<a{HREF.sub(lambda _: led, said, count=1)}>"

    return LINK.sub(put, content)
