"""Building again whenever something was edited, and showing the result while it is edited.

A site that cannot be built does not take the place of the last one that could: the last one
stays, and what is wrong is said in the terminal and on the pages that are open.
"""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from generator.site.errors import SiteError
from generator.site.preview import Preview
from generator.site.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    # Builds to the folder it is given; returns what is wrong with the site, or an empty text.
    Build = Callable[[Path], str]
    # Makes the search index, and leaves it when it is told that there is something else to do.
    Index = Callable[[Path, Callable[[], bool]], None]
    Say = Callable[[str], None]


IDLE = 1.0  # seconds without an edit, after which there is time for the search index


def serve(root: Path, port: int, *, build: Build, index: Index, say: Say) -> None:
    """Show a preview until it is interrupted.

    Args:
        root: the register's folder.
        port: the port on this machine; 0 for any that is free.
        build: builds to a folder.
        index: makes the search index of the site in a folder, once editing has paused; it is
            broken off by the next edit, which is not to wait for it.
        say: shows a message to the one who edits.

    Raises:
        SiteError: the port is taken, or may not be used.
    """
    with tempfile.TemporaryDirectory(prefix="casebook-preview-") as folder:
        preview = Preview(Path(folder) / "site", port)
        answering = threading.Thread(target=preview.serve_forever, daemon=True)
        answering.start()
        try:
            with Watch(root.resolve()) as watch:
                show(preview, build, say)
                say(f"The preview is at {preview.url} (Ctrl-C ends it).")
                while True:
                    if not watch.wait(IDLE):
                        attempt(lambda: index(preview.site, watch.has_changed), say)
                        watch.wait()
                    show(preview, build, say)
        except KeyboardInterrupt:
            say("The preview has ended.")
        finally:
            preview.close()


def show(preview: Preview, build: Build, say: Say) -> None:
    """Build once, and tell the terminal and the open pages how it went."""
    done, notice = attempt(lambda: build(preview.site), say)
    if not done:
        say("The last site that could be built is still shown.")
    preview.tell(built=done, notice=notice)


def attempt(step: Callable[[], str | None], say: Say) -> tuple[bool, str]:
    """Do a step; whether it could be done, and what there is to say of it, which is said."""
    try:
        done, notice = True, step() or ""
    except Exception as error:  # noqa: BLE001 - whatever a template that is being edited may raise
        own = isinstance(error, SiteError)
        done, notice = False, str(error) if own else f"{type(error).__name__}: {error}"
    if notice:
        say(notice)
    return done, notice
