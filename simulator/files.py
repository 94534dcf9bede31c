"""The server's file store: bytes under opaque ids, pictures measured from their own headers."""

import secrets
import struct

from simulator.errors import Error
from simulator.messages import StoredFile

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO_SIDES = 10_000
MAX_PHOTO_RATIO = 20
SHORTEST_ID = 16

_SUFFIXES = {"photo": "jpg", "voice": "oga", "document": "bin"}


class FileStore:
    """Keeps every file of the simulated Telegram in memory."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add(self, kind: str, data: bytes, name: str = "", mime: str = "", duration: int = 0) -> StoredFile:
        """Store an upload of `kind` photo, document or voice; a picture must really be one."""
        if not data:
            raise Error.FILE_EMPTY()
        if len(data) > MAX_UPLOAD:
            raise Error.TOO_LARGE()
        width, height = _checked_picture(data) if kind == "photo" else (0, 0)
        token = secrets.token_urlsafe(18)
        file = StoredFile(
            file_id=f"{kind[0].upper()}QAC{token}",
            unique_id=f"AQ{token[:12]}",
            kind=kind,
            data=data,
            name=name,
            mime=_picture_type(data) if kind == "photo" else mime or "application/octet-stream",
            width=width,
            height=height,
            duration=duration,
        )
        self._files[file.file_id] = file
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """The file, or None for an id that the server never gave."""
        return self._files.get(file_id)

    def downloadable(self, file_id: str) -> StoredFile:
        """The file if a bot may download it (20 MB at most)."""
        file = self.get(file_id)
        if file is None:
            raise Error.WRONG_FILE_ID() if len(file_id) >= SHORTEST_ID else Error.FILE_ID_INVALID()
        if file.size > MAX_DOWNLOAD:
            raise Error.FILE_TOO_BIG()
        return file

    def by_path(self, path: str) -> StoredFile | None:
        """The file that `path_of` named so."""
        return next((file for file in self._files.values() if path_of(file) == path), None)


def path_of(file: StoredFile) -> str:
    """The `file_path` of getFile."""
    suffix = file.name.rpartition(".")[2] if "." in file.name else _SUFFIXES[file.kind]
    safe = suffix if suffix.isascii() and suffix.isalnum() else _SUFFIXES[file.kind]
    return f"{file.kind}s/{file.unique_id}.{safe}"


def _checked_picture(data: bytes) -> tuple[int, int]:
    if len(data) > MAX_PHOTO:
        raise Error.PHOTO_TOO_BIG(size=len(data))
    size = picture_size(data)
    if size is None:
        raise Error.PHOTO_BROKEN()
    width, height = size
    if width + height > MAX_PHOTO_SIDES or max(size) > MAX_PHOTO_RATIO * min(size):
        raise Error.PHOTO_DIMENSIONS()
    return size


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else or a broken header."""
    try:
        size = _header_size(data)
    except (struct.error, IndexError):
        return None
    return size if size and min(size) > 0 else None


def _picture_type(data: bytes) -> str:
    kinds = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"RIFF": "image/webp"}
    return kinds.get(data[:4], "image/jpeg")


def _header_size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a"):
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame header (SOF0-SOF15 but the three that are none)."""
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None
