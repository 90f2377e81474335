"""Publishing empties a folder, so it asks first whose folder it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.site.errors import SiteError
from generator.site.folder import MARK
from generator.site.publish import publish

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "around" / "register"
    for name in ("cases/plymouth", "site_src", "templates", "docs", ".git", "empty"):
        (root / name).mkdir(parents=True)
    (root / "cases" / "plymouth" / "x.md").write_bytes(b"a case")
    (root / "docs" / "y.md").write_bytes(b"a page")
    (root / "file").write_bytes(b"a file")
    return root


OWN = "it holds the register's own files"


@pytest.mark.parametrize(
    ("site_dir", "why"),
    [
        (".", OWN),
        ("..", OWN),
        ("/", OWN),
        ("cases", OWN),
        ("cases/plymouth/site", OWN),
        ("site_src/site", OWN),
        ("templates", OWN),
        (".git/site", OWN),
        (".casebook/site", OWN),
        ("site/../cases", OWN),
        ("docs", "it holds files that Casebook did not write"),
        ("file", "it is a file"),
    ],
)
def test_a_folder_that_is_not_casebooks_is_refused_and_left_alone(
    root: Path, site_dir: str, why: str
) -> None:
    before = sorted(root.parent.rglob("*"))
    with pytest.raises(SiteError) as refused:
        publish([MARK], root / site_dir, root=root)
    assert str(refused.value) == (
        f"The site was not published to {root / site_dir}: {why}. Publishing replaces everything "
        "in a folder, so name one that does not exist yet, is empty, or holds an earlier site."
    )
    assert sorted(root.parent.rglob("*")) == before


@pytest.mark.parametrize("git", ["folder", "file"])
def test_a_repository_is_refused_even_with_our_mark(tmp_path: Path, root: Path, git: str) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / MARK.address).write_bytes(MARK.body)
    if git == "folder":
        (other / ".git").mkdir()
    else:  # as in a work tree
        (other / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    with pytest.raises(SiteError, match="it is a git repository"):
        publish([MARK], other, root=root)


def test_a_link_to_the_register_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(root)
    with pytest.raises(SiteError, match=OWN):
        publish([MARK], tmp_path / "site", root=root)


@pytest.mark.parametrize("site_dir", ["site", "empty", "new/site", "../site"])
def test_a_new_folder_and_an_empty_one_are_taken(root: Path, site_dir: str) -> None:
    publish([MARK], root / site_dir, root=root)
    assert (root / site_dir / MARK.address).read_bytes() == MARK.body


def test_an_earlier_site_is_taken_whatever_has_been_put_into_it(root: Path) -> None:
    publish([MARK], root / "site", root=root)
    (root / "site" / "cases").mkdir()
    (root / "site" / "cases" / "stray.txt").write_bytes(b"stray")
    publish([MARK], root / "site", root=root)
    assert [path.name for path in (root / "site").iterdir()] == [MARK.address]
