"""The site engine, MkDocs with the Material theme: the one module that knows it.

The engine reads ``mkdocs.yml``, ``site_src/`` and ``templates/theme/`` and
draws hand-written pages and shells. It takes milliseconds a page and knows
nothing of cases, so it is started once and everything else is done outside
it. Whatever it has to say is gathered: a warning is a fault, because a page
that links to nothing is not published.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.site.errors import SiteError
from generator.site.folder import drawn_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

SETTINGS_FILE = "mkdocs.yml"
# What the regulations let an owner declare and this site can say; full compliance would take
# tests with people, which are not made here.
COMPLIANCE = ("partially", "not")
LOGGER = logging.getLogger("mkdocs")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What ``mkdocs.yml`` says of the site; a text that is not set is empty.

    Attributes:
        site_name: the register's name.
        site_url: where it is published, ending in ``/``.
        organisation: who answers for it.
        contact: how to reach them.
        date: the day on which both were last confirmed, as it is to be printed.
        compliance: what the accessibility statement declares, one of ``COMPLIANCE`` where it is
            declared at all.
    """

    site_name: str
    site_url: str
    organisation: str
    contact: str
    date: str
    compliance: str


class Remarks(logging.Handler):
    """Keeps what the engine warns of, word for word."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one remark."""
        self.said.append(record.getMessage())


def settings(root: Path) -> Settings:
    """Read the settings of the register in the folder ``root``.

    Raises:
        SiteError: ``mkdocs.yml`` is missing or says what the engine cannot take.
    """
    with listening():
        config = read_config(root, root / "site")
    return Settings(
        site_name=config.site_name,
        site_url=config.site_url or "",
        organisation=str(config.extra.get("organisation") or ""),
        contact=str(config.extra.get("contact") or ""),
        date=str(config.extra.get("date") or ""),
        compliance=str(config.extra.get("compliance") or ""),
    )


def draw(root: Path, out: Path, *, production: bool = False) -> dict[str, bytes]:
    """Draw hand-written pages and shells, without filling anything.

    Args:
        root: the register's folder, where ``mkdocs.yml`` is.
        out: an empty or once drawn folder; what is in it is replaced.
        production: leave out the line that says the site is a preview.

    Returns:
        every drawn file, by its path below ``out``.

    Raises:
        SiteError: the engine stopped or warned of anything.
    """
    with listening():
        config = read_config(root, out)
        config.extra["production"] = production
        build(config)
    return drawn_files(out)


def read_config(root: Path, out: Path) -> MkDocsConfig:
    """The engine's settings for a run of ours: no hook, no watching, warnings gathered by us."""
    file = root / SETTINGS_FILE
    given: dict[str, Any] = {"site_dir": str(out), "hooks": [], "watch": []}
    return load_config(str(file), config_file_path=str(file), **given)


@contextmanager
def listening() -> Iterator[None]:
    """Keep the engine from printing, and turn what it warns of or dies of into a fault."""
    remarks, propagated = Remarks(), LOGGER.propagate
    LOGGER.addHandler(remarks)
    LOGGER.propagate = False
    try:
        yield
    except MkDocsException as stopped:
        raise fault([*remarks.said, stopped.format_message()]) from stopped
    except Exception as broken:
        raise fault([*remarks.said, f"{type(broken).__name__}: {broken}"]) from broken
    finally:
        LOGGER.removeHandler(remarks)
        LOGGER.propagate = propagated
    if remarks.said:
        raise fault(remarks.said)


def fault(said: list[str]) -> SiteError:
    """The engine's own words, under a line that says whose they are."""
    lines = dict.fromkeys(line.strip() for line in said)
    return SiteError(
        "The site could not be drawn from mkdocs.yml, site_src/ and templates/theme/:\n"
        + "\n".join(f"- {line}" for line in lines if line)
    )
