"""What `make bench` measures can be run: a name that has moved would be found by nobody else."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.stages import charts, pages, reading

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("site_src", "templates", "mkdocs.yml")
CASE = "cambridgeshire/2018-19/a-r-6-114-learning-disability-independence.md"


def register(folder: Path) -> Path:
    """A register of one real case, which names no other."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    councils = [f"{path.parent.name}/council.yml" for path in ROOT.glob("cases/*/council.yml")]
    for name in ("themes.yml", "sources.yml", *councils, CASE):
        (folder / "cases" / name).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "cases" / name).read_text(encoding="utf-8")
        (folder / "cases" / name).write_text(text, encoding="utf-8")
    return folder


def test_reading_and_charts_are_run_over_every_case(tmp_path: Path) -> None:
    root = register(tmp_path)
    reading(root, tmp_path / "site")
    charts(root, tmp_path / "site")
    assert not (tmp_path / "site").exists()  # neither publishes


def test_pages_are_published_without_drawing(tmp_path: Path) -> None:
    root = register(tmp_path)
    pages(root, tmp_path / "site")
    address = f"cases/{CASE.removesuffix('.md')}/index.html"
    assert "<h1" in (tmp_path / "site" / address).read_text(encoding="utf-8")
