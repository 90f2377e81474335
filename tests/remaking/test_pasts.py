"""What is kept of earlier states never shows, and spares reading: whatever people do with git."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.history import past as reading
from generator.history.git import tip
from generator.history.past import Pasts, read_pasts
from generator.history.states import names_of, with_working
from generator.reading.register import load_register
from generator.remaking import pasts as remaking
from generator.remaking.pasts import Archive, kept_history
from generator.site.store import FOLDER, Store
from tests.history.repositories import commit, git, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.history.past import Contents
    from generator.history.versions import Past
    from generator.reading.register import Register

    Edit = Callable[[Path], None]

NAMES = ("north/2018-19/one", "north/2018-19/two", "north/2019-20/three")
LISTS = {
    "cases/north/council.yml": "name: North Council\nshort_name: North\n",
    "cases/sources.yml": "paper: {title: Budget, publisher: North, council: north}\n",
}
PROSE = "\n".join(f"Sentence {number} of a case." for number in range(20))


def text(title: str, version: str) -> str:
    front = f"title: {title}\nsource: paper\nversion: {version}\nsummary: It is {title}."
    return f"---\n{front}\n---\n\n## Scope\n\n{PROSE}\n"


def removal(path: str, field: str) -> str:
    rest = "reason: An address.\n  authority: The officer\n  date: 1 May 2020\n"
    return f"one:\n  case: {path}\n  field: {field}\n  {rest}"


class Kept:
    """A register as builds see it that keep what they read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root, key=b"k" * 32)
        self.before: Mapping[str, bytes] = {}

    def pasts(self, register: Register) -> Pasts:
        """The past of every case, as a build would have it."""
        archive = Archive(root=self.root, store=self.store, before=self.before)
        files = {path: self.root / f"cases/{path}.md" for path in register.cases}
        found = Pasts(
            read=archive.read,
            prepare=archive.prepare,
            history=with_working(
                kept_history(self.root, tip(self.root), self.store, clean=False),
                {path: names_of(file.read_bytes()) for path, file in files.items()},
            ),
            removals=register.removals,
        )
        found.prepare(found, register.cases)
        self.before = found.marks
        return found


def all_pasts(pasts: Pasts, register: Register) -> dict[str, Past]:
    cases = {path: register.case(path) for path in (*NAMES, *pasts.history.gone)}
    return {path: pasts.of(path, case) for path, case in cases.items()}


def edit(path: str, title: str, version: str) -> Edit:
    return lambda root: write(root, {f"cases/{path}.md": text(title, version)})


def move(path: str, other: str) -> Edit:
    def apply(root: Path) -> None:
        file = root / f"cases/{path}.md"
        if file.exists():
            write(root, {f"cases/{other}.md": file.read_bytes()})
            if path != other:
                file.unlink()

    return apply


def spoil(path: str) -> Edit:
    return lambda root: write(root, {f"cases/{path}.md": "---\ntitle: [\n---\n"})


def remove(path: str, field: str) -> Edit:
    return lambda root: write(root, {"cases/redactions.yml": removal(path, field)})


def committed(root: Path) -> None:
    commit(root, "2020-02-01")


def rewritten(root: Path) -> None:
    git(
        root,
        "commit",
        "--quiet",
        "--amend",
        "--allow-empty",
        "--message",
        "in other words",
        day="2020-03-01",
    )


def damaged(root: Path) -> None:
    for file in (root / FOLDER).glob("*"):
        file.write_bytes(b"\0" * 100)


EVERY = st.sampled_from(NAMES)
EDITS = st.one_of(
    st.builds(edit, EVERY, st.sampled_from(["Books", "Roads"]), st.sampled_from(["1", "2"])),
    st.builds(move, EVERY, EVERY),
    st.builds(spoil, EVERY),
    st.builds(remove, EVERY, st.sampled_from(["summary", "title", "nothing"])),
    st.just(committed),
    st.just(committed),
    st.sampled_from([committed, rewritten, damaged]),
)


def begun(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet")
    for name in NAMES[:2]:
        write(folder, {f"cases/{name}.md": text(f"Case {name[-3:]}", "1")})
    write(folder, {**LISTS, ".gitignore": ".casebook\n"})
    committed(folder)
    return folder


@settings(max_examples=12)  # each is a repository with up to 16 commits
@given(steps=st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_is_kept_gives_what_reading_anew_gives(steps: list[list[Edit]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = begun(Path(folder) / "register")
        kept = Kept(root)
        before: dict[str, Past] = {}
        marks: Mapping[str, bytes] = {}
        for step in [[], *steps]:
            for change in step:
                change(root)
            register = load_register(root)
            anew = all_pasts(read_pasts(root, tip(root), register.removals), register)
            now = kept.pasts(register)
            assert all_pasts(now, register) == anew
            same = {path for path in marks if marks[path] == now.marks.get(path)}
            earlier = {path: anew[path].reads[:-1] == before[path].reads[:-1] for path in same}
            assert all(earlier.values()), "a past that changed has another mark"
            before, marks = anew, now.marks


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of contents, each time that one is read."""
    found: list[str] = []

    def note(root: Path, names: Iterable[str]) -> Contents:
        wanted = list(names)
        found.extend(wanted)
        return reading.read_contents(root, wanted)

    monkeypatch.setattr(remaking, "read_contents", note)
    return found


def test_no_content_is_read_twice_and_no_history_either(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = begun(tmp_path / "register")
    kept = Kept(root)
    for version in ("2", "3", "4"):
        edit(NAMES[0], "Books", version)(root)
        committed(root)
        register = load_register(root)
        all_pasts(kept.pasts(register), register)
    assert len(read) == len(set(read)) == 3
    monkeypatch.setattr(remaking, "history_of", None)
    register = load_register(root)
    assert len(all_pasts(kept.pasts(register), register)[NAMES[0]].reads) == 4
    assert len(read) == 3


def test_a_case_that_was_not_edited_since_has_no_content_to_read(
    tmp_path: Path, read: list[str]
) -> None:
    root = begun(tmp_path / "register")
    register = load_register(root)
    assert all(
        len(past.versions) == 1
        for past in all_pasts(Kept(root).pasts(register), register).values()
        if past.versions
    )
    assert read == []


def test_where_the_list_of_removals_cannot_be_read_nothing_earlier_is_shown(
    tmp_path: Path,
) -> None:
    root = begun(tmp_path / "register")
    edit(NAMES[0], "Books", "2")(root)
    write(root, {"cases/redactions.yml": "one:\n  case: north/2018-19/one\n"})
    committed(root)
    register = load_register(root)
    past = Kept(root).pasts(register).of(NAMES[0], register.case(NAMES[0]))
    assert [version.read.case.version for version in past.versions] == ["2"]
    assert not past.complete
