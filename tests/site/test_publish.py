"""Publishing in two steps: a killed run never leaves half a site that stays half."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.effects import Disk
from generator.site.errors import SiteError
from generator.site.folder import MARK
from generator.site.page import Asset
from generator.site.publish import WORK, finish, overwrite, publish

OLD = {"index.html": b"old home", "a/index.html": b"a", "gone/index.html": b"gone", "same": b"same"}
NEW = {"index.html": b"new home", "a": b"now a file", "b/c/index.html": b"c", "same": b"same"}


class Killed(Exception):  # noqa: N818 - it is no error: it stands for a killed program
    """Raised where a program would have been killed."""


class Mortal(Disk):
    """Does so many operations and is killed in the next, half-way if it is a file's writing."""

    def __init__(self, operations: int) -> None:
        self.left = operations
        self.listed = False  # whether the list of what is to be done has been written
        self.moved: list[Path] = []

    def spend(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1

    def write(self, path: Path, body: bytes) -> None:
        if self.left == 0:
            super().write(path, body[: len(body) // 2])
        self.spend()
        super().write(path, body)

    def move(self, source: Path, target: Path) -> None:
        self.spend()
        super().move(source, target)
        self.moved.append(target)
        self.listed = self.listed or target.parent.name == WORK

    def remove(self, path: Path) -> None:
        self.spend()
        super().remove(path)

    def remove_folder(self, path: Path) -> None:
        self.spend()
        super().remove_folder(path)


def site_of(files: dict[str, bytes]) -> tuple[Asset, ...]:
    return (MARK, *(Asset(address=address, body=body) for address, body in files.items()))


def held(folder: Path) -> dict[str, bytes]:
    """What a folder holds; empty folders, which must not be left behind, as empty names."""
    found = sorted(folder.rglob("*"))
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in found if p.is_file()}
    empty = {f"{p.relative_to(folder)}/": b"" for p in found if p.is_dir() and not any(p.iterdir())}
    return {**files, **empty} if MARK.address in files else {**files, **empty, "no mark": b""}


def with_mark(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, MARK.address: MARK.body}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "register" / "cases").mkdir(parents=True)
    return tmp_path / "register"


def test_a_first_site_is_published_to_a_folder_that_does_not_exist_yet(root: Path) -> None:
    publish(site_of(NEW), root / "site", root=root)
    assert held(root / "site") == with_mark(NEW)


def test_a_first_site_comes_in_one_step_so_that_no_reader_meets_half_of_it(root: Path) -> None:
    mortal = Mortal(1_000)
    publish(site_of(NEW), root / "site", root=root, effects=mortal)
    moved = [target for target in mortal.moved if target.parent.name != WORK]
    assert moved == [root / "site"]


def test_a_site_takes_the_place_of_an_earlier_one_file_by_file(root: Path) -> None:
    publish(site_of(OLD), root / "site", root=root)
    change = publish(site_of(NEW), root / "site", root=root)
    assert held(root / "site") == with_mark(NEW)
    assert change.move == ("a", "b/c/index.html", "index.html")
    assert change.remove == ("a/index.html", "gone/index.html")


def test_a_file_whose_bytes_would_not_change_is_not_written(root: Path) -> None:
    publish(site_of(OLD), root / "site", root=root)
    before = (root / "site" / "same").stat()
    publish(site_of(NEW), root / "site", root=root)
    after = (root / "site" / "same").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_publishing_the_same_again_changes_nothing(root: Path) -> None:
    publish(site_of(OLD), root / "site", root=root)
    change = publish(site_of(OLD), root / "site", root=root)
    assert (change.move, change.remove) == ((), ())


def test_nothing_is_left_beside_the_site(root: Path) -> None:
    publish(site_of(OLD), root / "site", root=root)
    assert [path.name for path in (root / WORK).rglob("*")] == ["next"]


def kill_after(operations: int, root: Path, new: tuple[Asset, ...]) -> Mortal | None:
    """Publish and be killed after so many operations; nothing once there are enough of them."""
    mortal = Mortal(operations)
    try:
        publish(new, root / "site", root=root, effects=mortal)
    except Killed:
        return mortal
    return None


def all_deaths(root: Path, old: dict[str, bytes], new: dict[str, bytes]) -> list[Mortal]:
    """Be killed at each operation in turn, and hold each time what must hold."""
    deaths: list[Mortal] = []
    while True:
        shutil.rmtree(root / "site", ignore_errors=True)
        publish(site_of(old), root / "site", root=root)
        death = kill_after(len(deaths), root, site_of(new))
        if death is None:
            return deaths
        if not death.listed:
            assert held(root / "site") == with_mark(old)
        publish(site_of(new), root / "site", root=root)
        assert held(root / "site") == with_mark(new)
        assert not any(path.is_file() for path in (root / WORK).rglob("*"))
        deaths.append(death)


def test_killed_anywhere_the_next_run_gives_the_site_of_an_undisturbed_one(root: Path) -> None:
    deaths = all_deaths(root, OLD, NEW)
    assert len(deaths) > 10
    assert {death.listed for death in deaths} == {False, True}


def test_killed_after_the_list_the_new_site_can_be_completed_from_the_list_alone(
    root: Path,
) -> None:
    publish(site_of(OLD), root / "site", root=root)
    operations = 0
    while not (death := kill_after(operations, root, site_of(NEW))) or not death.listed:
        operations += 1
    finish(root / "site")
    assert held(root / "site") == with_mark(NEW)


def test_killed_again_while_completing_it_is_still_completed(root: Path) -> None:
    publish(site_of(OLD), root / "site", root=root)
    operations = 0
    while not (death := kill_after(operations, root, site_of(NEW))) or not death.listed:
        operations += 1
    for more in range(3):
        with pytest.raises(Killed):
            finish(root / "site", effects=Mortal(more))
    finish(root / "site")
    assert held(root / "site") == with_mark(NEW)


def test_a_first_site_that_was_killed_is_completed_too(root: Path) -> None:
    operations = 0
    while kill_after(operations, root, site_of(NEW)):
        operations += 1
        publish(site_of(NEW), root / "site", root=root)
        assert held(root / "site") == with_mark(NEW)
        shutil.rmtree(root / "site")


@pytest.mark.parametrize("emptied", [False, True])
def test_a_site_that_was_removed_after_the_kill_is_published_whole(
    root: Path, emptied: bool
) -> None:
    publish(site_of(OLD), root / "site", root=root)
    operations = 0
    while not (death := kill_after(operations, root, site_of(NEW))) or not death.listed:
        operations += 1
    shutil.rmtree(root / "site")
    if emptied:
        (root / "site").mkdir()
    publish(site_of(NEW), root / "site", root=root)
    assert held(root / "site") == with_mark(NEW)


NAMES = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
BODIES = st.sampled_from([b"", b"1", b"2"])


@st.composite
def trees(draw: st.DrawFn) -> dict[str, bytes]:
    """Some files, none of which is a folder of another."""
    drawn = draw(st.dictionaries(NAMES, BODIES, max_size=4))
    return {
        name: body
        for name, body in drawn.items()
        if not any(n.startswith(f"{name}/") for n in drawn)
    }


@settings(max_examples=25)  # each is killed at every step
@given(old=trees(), new=trees())
def test_whatever_the_old_and_the_new_site_hold(
    old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "register"
        (root / "cases").mkdir(parents=True)
        all_deaths(root, old, new)


def test_links_in_the_old_site_are_removed_and_never_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"c")
    publish(site_of(OLD), root / "site", root=root)
    (root / "site" / "b").mkdir()
    (root / "site" / "b" / "c").symlink_to(outside)
    (root / "site" / "same").unlink()
    (root / "site" / "same").symlink_to(outside / "index.html")
    (root / "site" / "dangling").symlink_to(outside / "nothing")
    publish(site_of({**NEW, "b/c/index.html": b"c", "same": b"c"}), root / "site", root=root)
    assert held(root / "site") == with_mark({**NEW, "b/c/index.html": b"c", "same": b"c"})
    assert not any(path.is_symlink() for path in (root / "site").rglob("*"))
    assert [path.name for path in outside.iterdir()] == ["index.html"]


def test_a_site_folder_that_is_a_link_is_published_to_where_it_leads(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "served").mkdir()
    (root / "site").symlink_to(tmp_path / "served")
    publish(site_of(NEW), root / "site", root=root)
    assert (root / "site").is_symlink()
    assert held(tmp_path / "served") == with_mark(NEW)


@pytest.mark.parametrize(
    "listed",
    [
        "",
        "[]",
        "{}",
        '{"move": [], "remove": ["../cases/x.md"]}',
        '{"move": ["/etc/x"], "remove": []}',
        '{"move": [1], "remove": []}',
    ],
)
def test_a_list_that_is_not_ours_is_not_carried_out(root: Path, listed: str) -> None:
    (root / "cases" / "x.md").write_bytes(b"a case")
    publish(site_of(OLD), root / "site", root=root)
    (root / WORK / "site.json").write_text(listed, encoding="utf-8")
    with pytest.raises(SiteError, match=r"cannot be read\. Remove that file"):
        publish(site_of(NEW), root / "site", root=root)
    assert held(root / "site") == with_mark(OLD)
    assert (root / "cases" / "x.md").read_bytes() == b"a case"


def test_what_the_engine_has_just_drawn_is_overwritten_where_it_lies(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn"
    (drawn / "search").mkdir(parents=True)
    (drawn / "search" / "index.json").write_bytes(b"{}")
    (drawn / "index.html").write_bytes(b"a shell")
    overwrite(drawn, site_of(NEW))
    assert held(drawn) == with_mark(NEW)
