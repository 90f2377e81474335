"""What a build keeps for the next one, in ``.casebook``, and why it can be believed.

A register's checkout is open to proposals, and a proposal may bring a ``.casebook`` of its
own. So whatever is kept carries a seal, made with a key that lies outside the checkout, in
the user's own folder. What was not sealed on this account, by this very code, under this
name, or was damaged since, counts as not there: it is made anew, and nobody can tell from the
site. Only after the seal has been checked is anything unpacked, which is why the quick format
of Python's own (which could run what it holds) may be used.
"""

from __future__ import annotations

import hmac
import os
import secrets
from functools import cache
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.site.digest import code_digest
from generator.site.effects import DISK
from generator.site.packing import pack, unpack
from generator.site.packs import Packs

if TYPE_CHECKING:
    from generator.site.effects import Effects

FOLDER = Path(".casebook") / "cache"  # below the register's folder
PACKS = "packs-"  # how the names of files with pieces begin
KEY_BYTES, SEAL_BYTES = 32, 32


class Store:
    """Values by name, in a folder of the register.

    Args:
        root: the register's folder.
        key: what seals are made with; another key finds nothing.
        effects: what is done to the disk.
    """

    def __init__(self, root: Path, key: bytes | None = None, effects: Effects = DISK) -> None:
        self._folder = root / FOLDER
        self._key = own_key() if key is None else key
        self._effects = effects

    def get(self, name: str) -> Any | None:  # noqa: ANN401 - whatever was kept
        """What was kept under a name; None where there is nothing that can be believed."""
        try:
            held = (self._folder / name).read_bytes()
        except OSError:
            return None
        body = memoryview(held)[SEAL_BYTES:]
        if not hmac.compare_digest(held[:SEAL_BYTES], self._seal(name, body)):
            return None
        return unpack(body)

    def put(self, name: str, value: object) -> None:
        """Keep a value under a name, in one step: killed, the earlier one is still there."""
        body = pack(value)
        target = self._folder / name
        beside = target.with_name(f"{name}.part")
        self._effects.write(beside, self._seal(name, body) + body)
        self._effects.move(beside, target)

    def packs(self, name: str = "") -> Packs:
        """The pieces in the file of that name; without one, in a new file."""
        taken = (f"{PACKS}{number}" for number in count())
        free = next(other for other in taken if not (self._folder / other).exists())
        return Packs(self._folder / (name or free))

    def forget_packs(self, name: str) -> None:
        """Remove all pieces but those in the file of that name, which what is kept rests on."""
        for path in self._folder.glob(f"{PACKS}*"):
            if path.name != name:
                self._effects.remove(path)

    def prune(self, beginning: str, most: int) -> None:
        """Of all whose name begins so, keep only the newest: folders come and go."""
        found = (path for path in self._folder.glob(f"{beginning}*") if path.is_file())
        for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[most:]:
            self._effects.remove(path)

    def _seal(self, name: str, body: bytes | memoryview) -> bytes:
        seal = blake2b(code_digest() + name.encode() + b"\0", key=self._key, digest_size=SEAL_BYTES)
        seal.update(body)
        return seal.digest()


@cache
def own_key() -> bytes:
    """The key of this account, made at its first use.

    Where no key can be kept, or others could have read or written the one that is there, it
    is a new one each time: then a build remembers nothing, and is right all the same.
    """
    file = _home() / "casebook" / "key"
    fresh = secrets.token_bytes(KEY_BYTES)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_key(file) or fresh
    except OSError:
        return fresh
    with os.fdopen(handle, "wb") as opened:
        opened.write(fresh)
    return fresh


def _home() -> Path:
    """Where an account keeps what can be made anew (freedesktop.org, base directories 0.8)."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


def _read_key(file: Path) -> bytes | None:
    """The key, if it is whole and nobody else's to read or write."""
    try:
        found = file.stat(follow_symlinks=False)
        key = file.read_bytes()
    except OSError:
        return None
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    closed = os.name == "nt" or not found.st_mode & 0o077
    return key if mine and closed and len(key) == KEY_BYTES else None
