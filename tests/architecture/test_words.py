"""The project speaks of itself alone: no machine's paths, no hosts but those it talks to."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import FLOORS, ROOT, name

PATHS = re.compile(r"(?<![\w.])/(?:tmp|work|root|home|usr/local|Users)/[\w.]+")
HOSTS = re.compile(r"https?://([\w.-]+)")
KINDS = {".py", ".toml", ".md", ".txt", ".js", ".css", ".html", ".po"}
KNOWN = {
    *(
        "api.telegram.org",
        "t.me",
        "core.telegram.org",
        "127.0.0.1",
        "localhost",
        "example.org",
        "example.com",
    ),
    *(
        "keepachangelog.com",
        "www.w3.org",
        "telegram.me",
        "opensource.org",
        "xmlns.jcp.org",
        "schemas.openxmlformats.org",
    ),
}


def _files() -> list[Path]:
    folders = (*FLOORS, "tests", "docs", "bench")
    inside = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    found = [path for path in (*inside, *ROOT.iterdir()) if path.suffix in KINDS]
    return [path for path in found if path != Path(__file__)]


def _made_up(path: str) -> bool:
    """Whether the addresses in it are only what somebody types into a chat, or forges."""
    return path.startswith("tests/simulator/")


def _texts() -> Iterator[tuple[str, str]]:
    for path in _files():
        yield name(path), path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_path_of_a_machine() -> None:
    assert [f"{name}: {found}" for name, text in _texts() for found in PATHS.findall(text)] == []


def test_no_file_names_a_strange_host() -> None:
    strange = [
        f"{name}: {host}"
        for name, text in _texts()
        if not _made_up(name)
        for host in HOSTS.findall(text)
        if host not in KNOWN and "." in host and not host.endswith(".example")
    ]
    assert strange == []
