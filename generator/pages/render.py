"""From a view to HTML: the one module that knows Jinja.

A view comes with every word and figure ready, so a template only arranges. What a
template writes is escaped unless it was made safe in ``prose``; a name that a view
does not have stops the build instead of leaving a gap on a page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path


def render(templates: Path, name: str, view: object) -> str:
    """The template called `name` in the folder `templates`, filled with `view` as ``page``."""
    return _environment(templates).get_template(name).render(page=view).strip()


@cache
def _environment(templates: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
