"""What is kept between builds is believed only if this account and this code left it."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path

import pytest

from generator.site import drawings as drawings_module
from generator.site.digest import digest, digest_of
from generator.site.drawings import drawings
from generator.site.effects import Disk
from generator.site.store import FOLDER, KEY_BYTES, SEAL_BYTES, Store, own_key

KEY = b"a" * KEY_BYTES


class Trap:
    """Leaves a trace where it is unpacked."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("sprung",)


def test_what_was_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    Store(tmp_path, KEY).put("a", {"b": 1})
    assert Store(tmp_path, KEY).get("a") == {"b": 1}


def test_a_cache_that_came_with_a_proposal_is_not_even_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / FOLDER).mkdir(parents=True)
    for seal in (b"", b"\0" * SEAL_BYTES):
        (tmp_path / FOLDER / "a").write_bytes(seal + pickle.dumps(Trap()))
        assert Store(tmp_path, KEY).get("a") is None
    Store(tmp_path, b"b" * KEY_BYTES).put("a", "sealed by somebody else")
    assert Store(tmp_path, KEY).get("a") is None
    assert not Path("sprung").exists()


def test_a_name_is_part_of_the_seal(tmp_path: Path) -> None:
    store = Store(tmp_path, KEY)
    store.put("a", 1)
    (tmp_path / FOLDER / "a").rename(tmp_path / FOLDER / "b")
    assert store.get("b") is None


def test_other_code_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path, KEY).put("a", 1)
    monkeypatch.setattr("generator.site.store.code_digest", lambda: b"other code")
    assert Store(tmp_path, KEY).get("a") is None


@pytest.mark.parametrize("at", [0, SEAL_BYTES, -1])
def test_one_damaged_byte_makes_it_as_good_as_gone(tmp_path: Path, at: int) -> None:
    store = Store(tmp_path, KEY)
    store.put("a", list(range(100)))
    body = bytearray((tmp_path / FOLDER / "a").read_bytes())
    body[at] ^= 1
    (tmp_path / FOLDER / "a").write_bytes(bytes(body))
    assert store.get("a") is None


def test_only_the_newest_of_a_sort_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path, KEY)
    for number in range(4):
        store.put(f"site-{number}", number)
        os.utime(tmp_path / FOLDER / f"site-{number}", (number, number))
    store.put("other", 1)
    store.prune("site-", 2)
    assert sorted(p.name for p in (tmp_path / FOLDER).iterdir()) == ["other", "site-2", "site-3"]


class Killed(Exception):  # noqa: N818 - it is no error: it stands for a killed program
    """Raised where a program would have been killed."""


class Mortal(Disk):
    """Is killed while it writes, or before it moves."""

    def __init__(self, *, writes: bool) -> None:
        self.writes = writes

    def write(self, path: Path, body: bytes) -> None:
        super().write(path, body if self.writes else body[: len(body) // 2])
        if not self.writes:
            raise Killed

    def move(self, source: Path, target: Path) -> None:  # noqa: ARG002 - it does not get there
        raise Killed


@pytest.mark.parametrize("writes", [False, True])
def test_killed_while_keeping_the_earlier_one_is_still_there(tmp_path: Path, writes: bool) -> None:
    Store(tmp_path, KEY).put("a", "earlier")
    with pytest.raises(Killed):
        Store(tmp_path, KEY, Mortal(writes=writes)).put("a", "later")
    assert Store(tmp_path, KEY).get("a") == "earlier"


def test_the_key_is_made_once_and_for_this_account_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    make = own_key.__wrapped__
    key, file = make(), tmp_path / "casebook" / "key"
    assert len(key) == KEY_BYTES
    assert make() == key
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o644)
    assert make() != key


def test_without_a_place_for_a_key_nothing_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    make = own_key.__wrapped__
    assert make() != make()


def test_a_digest_is_of_names_and_contents_and_not_of_times(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"1")
    first = digest_of(tmp_path / "a")
    os.utime(tmp_path / "a" / "b" / "c", (0, 0))
    assert digest_of(tmp_path / "a") == first
    (tmp_path / "a" / "b" / "c").rename(tmp_path / "a" / "b" / "d")
    assert digest_of(tmp_path / "a") != first
    assert digest(b"a", b"bc") != digest(b"ab", b"c")


DRAWN_FROM = ["site_src/index.md", "templates/theme/frame.html", "mkdocs.yml", "site_src/new.md"]


@pytest.fixture
def register_and_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[bool]]:
    """A register, and how often it was drawn."""
    times: list[bool] = []

    def drawing(_: Path, *, production: bool) -> dict[str, bytes]:
        times.append(production)
        return {"index.html": str(len(times)).encode()}

    monkeypatch.setattr(drawings_module, "_draw", drawing)
    for name in DRAWN_FROM[:3]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it is", encoding="utf-8")
    return tmp_path, times


def test_the_engine_is_not_started_where_nothing_it_draws_from_has_changed(
    register_and_times: tuple[Path, list[bool]],
) -> None:
    root, times = register_and_times
    for _ in range(3):
        assert drawings(root, Store(root, KEY), production=False) == {"index.html": b"1"}
    (root / "cases").mkdir()
    (root / "cases" / "a.md").write_text("a case", encoding="utf-8")
    drawings(root, Store(root, KEY), production=False)
    assert times == [False]
    drawings(root, Store(root, KEY), production=True)
    drawings(root, Store(root, KEY), production=False, anew=True)
    assert times == [False, True, False]


@pytest.mark.parametrize("name", DRAWN_FROM)
def test_the_engine_draws_anew_where_something_it_draws_from_has_changed(
    register_and_times: tuple[Path, list[bool]], name: str
) -> None:
    root, times = register_and_times
    drawings(root, Store(root, KEY), production=False)
    (root / name).write_text("otherwise", encoding="utf-8")
    drawings(root, Store(root, KEY), production=False)
    assert len(times) == 2


@pytest.mark.parametrize("setting", ["site_name: !ENV NAME\n", "INHERIT: other.yml\n"])
def test_settings_that_depend_on_something_else_are_drawn_from_each_time(
    register_and_times: tuple[Path, list[bool]], setting: str
) -> None:
    root, times = register_and_times
    (root / "mkdocs.yml").write_text(setting, encoding="utf-8")
    drawings(root, Store(root, KEY), production=False)
    drawings(root, Store(root, KEY), production=False)
    assert len(times) == 2
    shutil.rmtree(root / FOLDER, ignore_errors=True)
