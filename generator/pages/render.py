"""From a view to HTML: the one module that knows Jinja.

A view comes with every word and figure ready, so a template only arranges. What a
template writes is escaped unless it was made safe in ``prose``; a name that a view
does not have stops the build instead of leaving a gap on a page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2.bccache import Bucket


THEME = "theme/"  # what is for the engine to fill


def render(templates: Path, name: str, view: object) -> str:
    """The template called `name` in the folder `templates`, filled with `view` as ``page``."""
    return _environment(templates).get_template(name).render(page=view).strip()


def compiled(templates: Path, known: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every template of a folder in the form that it is filled from, for the next build.

    They are read as they stand now, and stay so until they are asked for here again.
    Templates that were compiled before and have not changed are taken from `known`, which must
    come from nobody else: what it holds is run.
    """
    read_anew()
    environment = _environment(templates)
    environment.bytecode_cache = cached = _Compiled(known)
    for name in environment.list_templates(filter_func=_is_ours):
        environment.get_template(name)
    return {**known, **cached.now}


def read_anew() -> None:
    """Forget every template: each is read again when it is next filled."""
    _environment.cache_clear()


def _is_ours(name: str) -> bool:
    return name.endswith(".html") and not name.startswith((THEME, "."))


class _Compiled(BytecodeCache):
    """Compiled templates in memory; each says itself which text it was compiled from."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._known = known
        self.now: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """See ``BytecodeCache``; what is not of this very text is refused by the bucket."""
        if body := self._known.get(bucket.key):
            bucket.bytecode_from_string(body)
            self.now[bucket.key] = body

    def dump_bytecode(self, bucket: Bucket) -> None:
        """See ``BytecodeCache``."""
        self.now[bucket.key] = bucket.bytecode_to_string()


@cache
def _environment(templates: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # one build has one text of each, and asks for it some hundred times
        cache_size=-1,  # all of them
    )
