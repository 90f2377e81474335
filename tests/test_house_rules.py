"""The rules of the house that no library checks: who may import whom, and what no file may say."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "generator").rglob("*.py"))
}

# The core takes values and returns values. These are its packages, and what they may not know.
CORE = ("generator.core", "generator.audit", "generator.changes", "generator.compare")
FOREIGN_TO_CORE = {
    *("yaml", "ruamel", "jinja2", "altair", "vl_convert", "mkdocs", "click", "rich"),
    *("git", "subprocess", "os", "pathlib", "io", "shutil", "tempfile", "glob"),
}
# What one module alone may know. Whoever needs the same asks that module.
KNOWN_BY_ONE = ("yaml", "ruamel", "jinja2", "altair", "vl_convert", "mkdocs")
PRINTS = "generator.cli"

MIN_DOCSTRING = 80  # characters: the shortest that can say why a module exists

# What no file may name. The brackets keep these lines from naming it.
UNSAID = {
    "a package registry": (
        r"py[p]i\.(?:org|io|python)|python[h]osted|npm[j]s\.|regi[s]try\.npm|deb\.[d]ebian"
        r"|--(?:extra-)?[i]ndex-url"
    ),
    "a path of one machine": r"(?<![\w.:/~-])/(?:work|farm|tmp|root|home|Users)/\w",
}
SKIPS = {"skip", "skipif", "xfail", "importorskip"}


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@cache
def syntax(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports anywhere, for types too; names of ours down to the module."""
    found: set[str] = set()
    for node in ast.walk(syntax(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names & MODULES.keys() or {node.module}
    return frozenset(found)


def names(module: str) -> set[str]:
    """Every name a module uses: ``print`` and ``sys.stdout`` alike."""
    nodes = ast.walk(syntax(module))
    return {ast.unparse(node) for node in nodes if isinstance(node, ast.Name | ast.Attribute)}


def libraries(module: str) -> set[str]:
    return {name.partition(".")[0] for name in imports(module)}


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, CORE)])
def test_the_core_knows_no_library_of_files_or_pages_and_nothing_of_the_outer_layers(
    module: str,
) -> None:
    foreign = libraries(module) & FOREIGN_TO_CORE
    foreign |= {
        name for name in imports(module) if name.startswith("generator") and not within(name, CORE)
    }
    assert not foreign, (
        f"{module} belongs to the core, which takes values and returns values; it imports "
        f"{sorted(foreign)}. Move what needs them outwards (reading, history, pages, site)."
    )


@pytest.mark.parametrize("module", [name for name in MODULES if within(name, CORE)])
def test_the_core_opens_no_file(module: str) -> None:
    assert "open" not in names(module), f"{module} belongs to the core: pass it the text instead."


def test_charts_take_their_words_ready_from_the_pages() -> None:
    """Pages draw charts, so a chart that asked a page for its words would come back to them."""
    charts = [module for module in MODULES if within(module, ("generator.charts",))]
    asking = {
        module: sorted(name for name in imports(module) if within(name, ("generator.pages",)))
        for module in charts
    }
    assert charts
    assert not any(asking.values()), asking


@pytest.mark.parametrize("library", KNOWN_BY_ONE)
def test_one_module_alone_knows_each_library_at_the_edge(library: str) -> None:
    knowing = [module for module in MODULES if library in libraries(module)]
    assert len(knowing) <= 1, (
        f"one module alone knows {library}, here it is {knowing}: "
        "keep it in the one that came first and call that."
    )


def test_one_module_alone_runs_git() -> None:
    runs = [
        module
        for module in MODULES
        if "subprocess" in libraries(module)
        and any(isinstance(n, ast.Constant) and n.value == "git" for n in ast.walk(syntax(module)))
    ]
    assert len(runs) <= 1, f"one module alone runs git, here it is {runs}: keep one and call it."


@pytest.mark.parametrize("module", [name for name in MODULES if not within(name, (PRINTS,))])
def test_only_the_command_line_prints(module: str) -> None:
    speaks = libraries(module) & {"click", "rich"}
    speaks |= names(module) & {"print", "sys.stdout", "sys.stderr"}
    assert not speaks, (
        f"{module} uses {sorted(speaks)}, but only {PRINTS} prints: "
        "return what is to be said as a value."
    )


def test_imports_go_one_way() -> None:
    graph = {module: (imports(module) & MODULES.keys()) - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        circle = " imports ".join(reversed(cycle.args[1]))
        pytest.fail(f"the data goes one way, so imports do not come back: {circle}")


@pytest.mark.parametrize("module", [name for name in MODULES if syntax(name).body])
def test_a_module_begins_by_saying_why_it_exists(module: str) -> None:
    said = ast.get_docstring(syntax(module)) or ""
    assert len(said) >= MIN_DOCSTRING, (
        f"{module} begins with {len(said)} characters of explanation; "
        f"say in a paragraph of at least {MIN_DOCSTRING} why it exists."
    )


def files_of_the_repository() -> list[Path]:
    """What git tracks or would track, as far as it is there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("what", UNSAID)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(UNSAID[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files_of_the_repository()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, f"no file names {what}:\n" + "\n".join(found)


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=str)
def test_no_test_is_passed_over(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    used = {node.attr for node in nodes if isinstance(node, ast.Attribute)} & SKIPS
    assert not used, (
        f"{path.relative_to(ROOT)} uses {sorted(used)}; a test that needs something of the machine "
        'is marked needs("..."), and what is left out is then said at the end.'
    )
