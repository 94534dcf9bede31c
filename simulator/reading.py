"""The parameters of an HTTP request in any of the forms the Bot API takes: query, JSON, form, multipart."""

from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web

from simulator.decoding import Upload
from simulator.errors import Error
from simulator.files import MAX_UPLOAD
from simulator.parsing import parse_json

Raw = dict[str, Any]


async def read_parameters(request: web.Request) -> tuple[Raw, dict[str, Upload]]:
    """Raw parameters and uploaded files; raises `Refusal` for a body that is none of these forms."""
    raw: Raw = dict(request.query)
    if not request.body_exists:
        return raw, {}
    try:
        if request.content_type == "application/json":
            return {**raw, **_object(await request.read())}, {}
        if request.content_type == "multipart/form-data":
            fields, uploads = await read_parts(await request.multipart())
            return {**raw, **fields}, uploads
        return {**raw, **{name: value async for name, value in _form(request)}}, {}
    except web.HTTPRequestEntityTooLarge:
        raise Error.TOO_LARGE() from None
    except (ValueError, AssertionError, LookupError):
        raise Error.BODY() from None


async def read_parts(reader: MultipartReader) -> tuple[Raw, dict[str, Upload]]:
    """The parts of a multipart body: those with a file name are uploads, the rest parameters."""
    raw: Raw = {}
    uploads: dict[str, Upload] = {}
    size = 0
    async for part in reader:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        data = bytes(await part.read(decode=True))
        size += len(data)
        if size > MAX_UPLOAD + 1024 * 1024:
            raise Error.TOO_LARGE()
        if part.filename is None:
            raw[part.name] = data.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, data, mime)
    return raw, uploads


def _object(body: bytes) -> Raw:
    value = parse_json(body or b"{}", Error.BODY())
    if not isinstance(value, dict):
        raise Error.BODY()
    return value


async def _form(request: web.Request) -> Any:
    for name, value in (await request.post()).items():
        yield name, value
