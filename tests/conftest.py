"""What holds for every test: the machine it runs on, and how hypothesis draws examples.

A test that needs more than Python says so, with ``@pytest.mark.needs("chromium")``
or by asking for the fixture of that name. Where the machine lacks it the test
is left out, and the very last lines of the run say what was left out and what
it needs. Nothing is skipped in any other way.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from xdist.workermanage import WorkerController

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path(os.environ.get("CASEBOOK_SOURCES") or ROOT.parent / "shared" / "sources")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# name: (whether it is here, what is left out without it)
NEEDS = {
    "axe": (
        AXE.is_file(),
        "accessibility tests, which need axe-core (npm ci; Debian package npm)",
    ),
    "chromium": (
        BROWSER is not None,
        "browser tests, which need Chromium (Debian package chromium)",
    ),
    "nu": (
        NU.is_file() and shutil.which("java") is not None,
        "HTML tests, which need the Nu checker (npm ci) and Java (default-jre-headless)",
    ),
    "sources": (
        any(SOURCES.glob("*.txt")),
        "source tests, which need the documents in ../shared/sources (or CASEBOOK_SOURCES)",
    ),
}
LEFT_OUT = pytest.StashKey[set[str]]()

# Elsewhere new examples every time; on CI hypothesis's own profile draws the same ones every time,
# so that what is green stays green. Neither minds how long an example takes.
hypothesis.settings.register_profile(
    "elsewhere", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "elsewhere")


@pytest.fixture(scope="session", autouse=True)
def account(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What Casebook keeps for an account is kept in a folder of the tests."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("account"))


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the source documents, one ``<key>.txt`` each."""
    return SOURCES


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program, to be run with ``--headless``."""
    assert BROWSER, "the browser tests are left out where there is no browser"
    return BROWSER


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """This machine's own browser, one for all tests of a process; nothing is downloaded."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is needed

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium,
            chromium_sandbox=os.geteuid() != 0,  # which the browser refuses to the superuser
        )
        yield browser
        browser.close()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = set()


@pytest.hookimpl(trylast=True)  # after -k and -m: what was not asked for is not left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    absent = {name for name, (here, _) in NEEDS.items() if not here}
    lacking = {item: needed_by(item) & absent for item in items}
    config.stash[LEFT_OUT].update(*lacking.values())
    config.hook.pytest_deselected(items=[item for item in items if lacking[item]])
    items[:] = [item for item in items if not lacking[item]]


def needed_by(item: pytest.Item) -> set[str]:
    named = {str(name) for mark in item.iter_markers("needs") for name in mark.args}
    return named | (NEEDS.keys() & set(getattr(item, "fixturenames", ())))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if unknown := needed_by(item) - NEEDS.keys():
        pytest.fail(
            f"needs {sorted(unknown)}: tests/conftest.py knows {sorted(NEEDS)}", pytrace=False
        )


@pytest.hookimpl(wrapper=True, tryfirst=True)  # outermost: below pytest's closing line
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    left_out = session.config.stash[LEFT_OUT]
    if hasattr(session.config, "workeroutput"):  # one of xdist's processes tells the first
        session.config.workeroutput["left_out"] = sorted(left_out)
        yield
        return
    yield
    if reporter := session.config.pluginmanager.get_plugin("terminalreporter"):
        for name in sorted(left_out):
            reporter.write_line(f"left out: {NEEDS[name][1]}")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: WorkerController) -> None:
    node.config.stash[LEFT_OUT].update(getattr(node, "workeroutput", {}).get("left_out", ()))
