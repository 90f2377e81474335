"""The preview as a browser meets it: pages, news of a change, and what it refuses."""

from __future__ import annotations

import json
import socket
import struct
import threading
import urllib.request
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING
from urllib.error import HTTPError

import pytest

from generator.site.errors import SiteError
from generator.site.preview import Preview, is_local, with_script
from generator.site.serve import attempt, show
from generator.site.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = b"<!DOCTYPE html><html><body><h1>Home</h1></body></html>"
SECONDS = 30.0  # far more than anything takes here; without it a failure would never end


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    site = tmp_path / "site"
    (site / "cases").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "cases" / "index.html").write_bytes(PAGE.replace(b"Home", b"Cases"))
    (site / "404.html").write_bytes(PAGE.replace(b"Home", b"Not here"))
    (site / "style.css").write_bytes(b"h1 {}")
    (site / ".made-by-casebook").write_bytes(b"ours")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (site / "way-out").symlink_to(tmp_path)
    server = Preview(site, 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.close()
    thread.join(SECONDS)


def get(preview: Preview, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """An answer to exactly this path, as no client would clean it up."""
    connection = HTTPConnection("127.0.0.1", preview.server_port, timeout=SECONDS)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_a_page_is_served_with_the_script_that_loads_it_anew(preview: Preview) -> None:
    with urllib.request.urlopen(preview.url, timeout=SECONDS) as answer:  # noqa: S310 - our own server
        body = answer.read()
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b'<script src="/.preview/reload.js" data-shown="0"></script></body>' in body
    assert (preview.site / "index.html").read_bytes() == PAGE


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/cases/", 200, "text/html; charset=utf-8"),
        ("/style.css", 200, "text/css; charset=utf-8"),
        ("/style.css?v=1", 200, "text/css; charset=utf-8"),
        ("/.preview/reload.js", 200, "text/javascript; charset=utf-8"),
        ("/nothing/", 404, "text/html; charset=utf-8"),
    ],
)
def test_each_answer_says_what_it_is(preview: Preview, path: str, status: int, kind: str) -> None:
    answer, _ = get(preview, path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_without_its_stroke_leads_to_the_folder(preview: Preview) -> None:
    answer, _ = get(preview, "/cases")
    assert (answer.status, answer.headers["Location"]) == (301, "/cases/")


def test_what_is_missing_gets_the_site_s_own_page(preview: Preview) -> None:
    with pytest.raises(HTTPError) as missing:
        urllib.request.urlopen(f"{preview.url}nothing/", timeout=SECONDS)  # noqa: S310 - our own server
    assert b"Not here" in missing.value.read()
    missing.value.close()


def test_a_site_that_is_to_stand_in_a_folder_has_its_style_on_the_page_for_what_is_missing(
    preview: Preview,
) -> None:
    assert get(preview, "/register/style.css")[0].status == 404
    canonical = b'<link rel="canonical" href="https://cases.example.org/register/">'
    (preview.site / "index.html").write_bytes(canonical + PAGE)
    answer, body = get(preview, "/register/style.css")
    assert (answer.status, body) == (200, b"h1 {}")
    assert get(preview, "/register/cases/")[0].status == 200
    for outside in ("/register/../secret.txt", "/register//secret.txt", "/register/nothing"):
        assert get(preview, outside)[0].status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/cases/../../secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/way-out/secret.txt",
        "/.made-by-casebook",
        "/%00",
    ],
)
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    answer, body = get(preview, path)
    assert answer.status == 404
    assert b"secret" not in body
    assert b"ours" not in body


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("evil.example", False),
        ("evil.example:8000", False),
        ("127.0.0.1.evil.example:8000", False),
        ("localhost.evil.example", False),
        ("localhost:8000@evil.example", False),
        ("", False),
    ],
)
def test_a_request_for_another_host_is_refused(preview: Preview, host: str, local: bool) -> None:
    assert is_local(host) is local
    answer, body = get(preview, "/", Host=host)
    assert (answer.status == 200) is local
    assert (b"Home" in body) is local


def test_a_browser_that_hangs_up_leaves_no_trace_in_the_terminal(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    (preview.site / "long.txt").write_bytes(b"x" * 20_000_000)
    with socket.create_connection(("127.0.0.1", preview.server_port), SECONDS) as asking:
        at_once = struct.pack("ii", 1, 0)
        asking.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        asking.sendall(b"GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert asking.recv(10)
        (answering,) = (t for t in threading.enumerate() if "process_request_thread" in t.name)
    answering.join(SECONDS)
    assert not answering.is_alive()
    assert capfd.readouterr() == ("", "")


def test_it_listens_on_this_machine_alone(preview: Preview) -> None:
    assert preview.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_said_with_what_to_do(preview: Preview, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"cannot use port \d+: .*casebook serve --port \d+"):
        Preview(tmp_path, preview.server_port)


def news(stream: HTTPResponse) -> dict[str, object]:
    """The next news of a stream."""
    while not (line := stream.readline()).startswith(b"data: "):
        assert line, "the stream ended"
    found: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return found


def test_open_pages_hear_of_a_new_site_and_of_what_keeps_it_from_being_built(
    preview: Preview,
) -> None:
    said: list[str] = []
    with urllib.request.urlopen(f"{preview.url}.preview/news", timeout=SECONDS) as stream:  # noqa: S310 - our own server
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert news(stream) == {"version": 0, "notice": ""}
        show(preview, lambda _: "", said.append)
        assert news(stream) == {"version": 1, "notice": ""}
        show(preview, spoilt_template, said.append)
        assert news(stream) == {"version": 1, "notice": "RuntimeError: no such name"}
        show(preview, lambda _: "a link leads nowhere", said.append)
        assert news(stream) == {"version": 2, "notice": "a link leads nowhere"}
    assert said == [
        "RuntimeError: no such name",
        "The last site that could be built is still shown.",
        "a link leads nowhere",
    ]


def spoilt_template(_: Path) -> str:
    raise RuntimeError("no such name")


def test_what_an_index_cannot_do_is_said_and_ends_nothing() -> None:
    said: list[str] = []
    assert attempt(lambda: None, said.append) == (True, "")
    assert attempt(spoilt_index, said.append) == (False, "RuntimeError: no such name")
    assert said == ["RuntimeError: no such name"]


def spoilt_index() -> None:
    raise RuntimeError("no such name")


def test_the_script_stands_before_the_end_of_the_body_or_at_the_end() -> None:
    assert with_script(b"<p>", 3).endswith(b'data-shown="3"></script>')
    assert with_script(b"</body></html>", 3).endswith(b"</script></body></html>")


def test_a_saved_case_is_noticed_and_a_file_that_is_only_read_is_not(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: a", encoding="utf-8")
    with Watch(tmp_path) as watch:
        (tmp_path / "cases" / "a.md").write_text("one", encoding="utf-8")
        assert watch.wait(SECONDS)
        (tmp_path / "cases" / "a.md").read_text(encoding="utf-8")
        (tmp_path / "elsewhere" / "b.md").write_text("two", encoding="utf-8")
        assert not watch.wait(0.3)
        (tmp_path / "mkdocs.yml").write_text("site_name: b", encoding="utf-8")
        assert watch.wait(SECONDS)
