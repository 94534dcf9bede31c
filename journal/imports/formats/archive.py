"""Opening a zip from outside: every member is judged by its declared size and name before any is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from journal.imports.limits import Limits
from journal.imports.problems import ImportRefused, Refusal

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What `zipfile` raises on bytes that are not quite a zip.
_BREAKAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError,
    KeyError, IndexError, OverflowError, UnicodeError,
)  # fmt: skip


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The zip in `data` once all its members passed; raises `ImportRefused` where one does not."""
    with breakage_refused():
        archive = zipfile.ZipFile(io.BytesIO(data))
    with archive:
        members = archive.infolist()
        if len(members) > limits.members:
            raise ImportRefused(Refusal.TOO_MANY_FILES, limit=limits.members)
        if sum(member.file_size for member in members) > limits.unpacked_bytes:
            raise ImportRefused(Refusal.ZIP_BOMB, limit=limits.unpacked_bytes)
        if len({member.filename for member in members}) < len(members):
            raise ImportRefused(Refusal.BROKEN)
        for member in members:
            _judge(member, limits)
        yield archive


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member; `zipfile` reads no more than the size that was judged."""
    with breakage_refused():
        return archive.read(name)


@contextmanager
def breakage_refused() -> Iterator[None]:
    """Turns everything that reading a damaged archive can raise into the one refusal."""
    try:
        yield
    except _BREAKAGE as error:
        raise ImportRefused(Refusal.BROKEN) from error


def _judge(member: zipfile.ZipInfo, limits: Limits) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise ImportRefused(Refusal.ZIP_ENCRYPTED)
    if member.compress_type not in _METHODS:
        raise ImportRefused(Refusal.BROKEN)
    if not _safe(member.orig_filename):
        raise ImportRefused(Refusal.ZIP_UNSAFE_NAME)
    ratio = member.file_size / max(member.compress_size, 1)
    if member.file_size > limits.ratio_from_bytes and ratio > limits.unpacked_ratio:
        raise ImportRefused(Refusal.ZIP_BOMB, limit=limits.unpacked_bytes)


def _safe(name: str) -> bool:
    """Nothing is ever written to disk under these names; a name that tries is no school's export."""
    parts = name.replace("\\", "/").split("/")
    return not (name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\0" in name)
