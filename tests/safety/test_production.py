"""A public site is published whole or not at all, and never says that it is a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from tests.safety.hostile import PLAIN, ROOT, path_of, write_register

if TYPE_CHECKING:
    from pathlib import Path

PREVIEW = "Preview: not published by any council"
SETTINGS = {
    'site_url: ""': 'site_url: "https://cases.example.org/"',
    'organisation: ""': 'organisation: "Example County Council"',
    'contact: ""': 'contact: "cases@example.org"',
    'date: ""': 'date: "7 November 2026"',
    'compliance: ""': 'compliance: "partially"',
}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of one sound case, and the folder that commands run in."""
    root = write_register(tmp_path / "register", PLAIN, cases=1, mistaken=0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1546300800")
    monkeypatch.chdir(root)
    return root


def fill_in(root: Path, *, but: str = "") -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for empty, filled in SETTINGS.items():
        assert text.count(empty) == 1, f"{empty} stands once in mkdocs.yml, for somebody to fill in"
        text = text if empty == but else text.replace(empty, filled)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def publish(*options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--site-dir", "site", *options])


def pages(root: Path) -> dict[str, str]:
    files = (root / "site").rglob("*.html")
    return {file.as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_a_public_site_carries_no_word_of_a_preview_but_where_the_guide_tells_of_one(
    register: Path,
) -> None:
    fill_in(register)
    done = publish("--production")
    assert done.exit_code == 0, done.output
    made = pages(register)
    assert len(made) > 8
    assert not [path for path, text in made.items() if PREVIEW in text]
    spoken = [path for path, text in made.items() if "preview" in text.lower()]
    assert spoken == [(register / "site/submit/index.html").as_posix()]
    assert (register / "site" / "sitemap.xml").is_file()


def test_without_that_word_on_the_command_every_page_says_so(register: Path) -> None:
    fill_in(register)
    assert publish().exit_code == 0
    made = pages(register)
    assert made
    assert not [path for path, text in made.items() if text.count(PREVIEW) != 1]


@pytest.mark.parametrize("empty", SETTINGS)
def test_an_empty_setting_refuses_a_public_site_and_is_named(register: Path, empty: str) -> None:
    fill_in(register, but=empty)
    done = publish("--production")
    assert done.exit_code == 1
    named = [line for line in done.output.splitlines() if line.startswith("mkdocs.yml: ")]
    assert len(named) == 1
    assert empty.partition(":")[0] in named[0]
    assert done.output.endswith("Nothing was published.\n")
    assert not (register / "site").exists()


def test_a_compliance_that_is_neither_of_the_two_words_refuses_a_public_site_too(
    register: Path,
) -> None:
    fill_in(register)
    file = register / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace('"partially"', '"fully"'), encoding="utf-8")
    done = publish("--production")
    assert done.exit_code == 1
    assert "“extra: compliance” has to be “partially” or “not”" in done.output


def test_a_problem_in_a_case_refuses_a_public_site_and_leaves_the_old_one(register: Path) -> None:
    fill_in(register)
    site = register / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site", encoding="utf-8")
    (site / ".made-by-casebook").write_text("", encoding="utf-8")
    case = register / path_of("case", 0)
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("measure: saving", "measure: savings"), encoding="utf-8")
    done = publish("--production")
    assert done.exit_code == 1
    assert "[unknown-word] “savings” as what a figure measures" in done.output
    assert done.output.endswith("Nothing was published.\n")
    assert (site / "index.html").read_text(encoding="utf-8") == "the old site"


def test_this_register_names_no_organisation_and_so_cannot_be_published_by_mistake() -> None:
    said = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert {said["site_url"], *(said["extra"][name] for name in ("organisation", "contact"))} == {
        ""
    }
