"""From a view to HTML: the one module that knows Jinja.

A view comes with every word and figure ready, so a template only arranges. What a
template writes is escaped unless it was made safe in ``prose``; a name that a view
does not have stops the build instead of leaving a gap on a page.
"""

from __future__ import annotations

import operator
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2.bccache import Bucket
    from jinja2.compiler import Frame


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


def _set(said: object) -> Markup:
    """What a call gave, as it stands on a page: that of a macro is set already."""
    return said if type(said) is Markup else escape(said)


class _Direct(CodeGenerator):
    """Templates as they would be written in Python, since nearly all they do is to ask and to set.

    As the library has it, each name asked of a view and each macro is looked at once more for
    what our templates have no use for: keys in the place of names, functions that are handed the
    template's own state.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - see the base
        """``page.title`` is asked of the view itself."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - as above
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A macro is called as a function is."""
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if isinstance(node, nodes.Call):
            self.write("environment.set(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Environment(Environment):
    """What templates are filled in."""

    code_generator_class = _Direct
    call: ClassVar[Callable[..., Any]] = operator.call
    set = staticmethod(_set)


@cache
def _environment(templates: Path) -> Environment:
    return _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # one build has one text of each, and asks for it some hundred times
        cache_size=-1,  # all of them
    )
