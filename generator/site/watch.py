"""What is edited while a preview is open: says that something changed, and waits for quiet.

Editors save in several steps, and a change of branch touches many files at once, so one word
is enough for all of it. What is only read is no change, or a build would call for the next.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from types import TracebackType

FOLDERS = ("cases", "templates", "site_src")
SETTINGS_FILE = "mkdocs.yml"
CHANGES = {"created", "modified", "moved", "deleted"}
QUIET = 0.02  # seconds without a change, after which a file is taken to be saved


class Watch(FileSystemEventHandler):
    """Watches what a site is made from, while it is open (``with``)."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._settings = str(root / SETTINGS_FILE)
        self._folders = [str(root / name) for name in FOLDERS]
        self._changed = threading.Event()
        self._observer = Observer()
        for folder in self._folders:
            if Path(folder).is_dir():
                self._observer.schedule(self, folder, recursive=True)
        self._observer.schedule(self, str(root), recursive=False)

    def __enter__(self) -> Watch:
        self._observer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change; called from another thread."""
        paths = {str(event.src_path), str(event.dest_path)}
        below = any(path.startswith(f"{folder}/") for path in paths for folder in self._folders)
        if event.event_type in CHANGES and (below or self._settings in paths):
            self._changed.set()

    def has_changed(self) -> bool:
        """Whether something has changed that nobody has waited for yet."""
        return self._changed.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for a change, at most so long, and then until nothing changes any more."""
        if not self._changed.wait(seconds):
            return False
        while self._changed.is_set():
            self._changed.clear()
            time.sleep(QUIET)
        return True
