"""The Nu HTML checker, the W3C's own, has nothing to say against any page of the site.

It asks for the pages as a browser would, since a page's security policy speaks of its own site.
"""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import NOT_FOUND, pages_of
from tests.conftest import NU

if TYPE_CHECKING:
    from pathlib import Path


ALLOWED = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # this machine is one


@pytest.mark.needs("nu")
def test_every_page_is_valid_html(site: Path, origin: str) -> None:
    pages = [f"{origin}/{address}" for address in [*pages_of(site), NOT_FOUND]]
    options = ["--format", "json", "--exit-zero-always", "--skip-info-messages"]
    command = ["java", ALLOWED, "-jar", str(NU), *options, *pages]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said = json.loads(done.stderr)["messages"]  # where it answers, mistakes or none
    # Its warnings count too: there are none.
    faults = [in_words(fault, origin) for fault in said if not is_mistaken(fault)]
    assert not faults, f"{len(faults)} faults, of which the first are\n" + "\n".join(faults[:20])


def is_mistaken(fault: dict[str, Any]) -> bool:
    """Whether the checker takes data for a script.

    The theme keeps its settings in the page as JSON. A browser never runs that, so no policy is
    asked about it (HTML 4.12.1, "data block"), but this checker misses its hash in the policy.
    """
    about_scripts = str(fault["message"]).startswith("Inline script violates Content Security")
    return about_scripts and 'type="application/json"' in fault.get("extract", "")


def in_words(fault: dict[str, Any], origin: str) -> str:
    """Where the fault is, what is wrong, and what stands there."""
    page = str(fault.get("url", "")).removeprefix(origin)
    stands = " ".join(fault.get("extract", "").split())
    return f"{page}:{fault.get('lastLine', 1)}: {fault['message']}\n  {stands}"
