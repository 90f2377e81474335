"""All of Casebook that runs inside the engine: once it has drawn, the shells are filled.

So plain ``mkdocs build`` and ``mkdocs serve`` give the whole site too.
``casebook build`` draws without this hook and publishes in two steps instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def on_post_build(config: Mapping[str, str]) -> None:
    """Fill the drawn site where it lies; called by the engine at the end of a build."""
    from generator.pipeline import fill_site  # noqa: PLC0415 - loaded by a build, not by a setting

    fill_site(Path(config["config_file_path"]).parent, Path(config["site_dir"]))
