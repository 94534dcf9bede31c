"""Files go up and come down within Telegram's limits, and a file_id is good for ever."""

import pytest

from simulator import Person
from simulator.files import picture_size
from tests.simulator.conftest import TOKEN, Api
from tests.simulator.pictures import PNG, png

MB = 1024 * 1024
PHOTO_TOO_BIG = (
    f"Bad Request: file of size {10 * MB + len(PNG)} bytes is too big for a photo;"
    " the maximum size is 10485760 bytes"
)
GIF = b"GIF89a\x05\x00\x04\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x07\x00\x09\x01\x00\x00\x00\x00"
WEBP = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x07\0\0\x05\0\0"


async def test_a_document_comes_down_as_it_went_up(api: Api, olga: Person) -> None:
    _, answer = await api.form("sendDocument", chat_id=1001, document=("Отчёт 5Б.xlsx", b"\0data", "text/x"))
    document = answer["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "Отчёт 5Б.xlsx",
        "text/x",
        5,
    )
    file = await api.result("getFile", file_id=document["file_id"])
    async with api.session.get(f"{api.base}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert await response.read() == b"\0data"
    shown = olga.last.document
    assert shown is not None
    assert (shown.data, shown.name) == (b"\0data", "Отчёт 5Б.xlsx")


async def test_a_file_id_sends_the_same_file_again(api: Api, olga: Person) -> None:
    _, answer = await api.form("sendPhoto", chat_id=1001, photo=("a.png", PNG, "image/png"))
    (size,) = answer["result"]["photo"]
    assert (size["width"], size["height"]) == (3, 2)
    again = await api.result(
        "sendPhoto", chat_id=1001, photo=size["file_id"], caption="<i>я</i>", parse_mode="HTML"
    )
    assert again["photo"] == [size]
    assert again["caption_entities"] == [{"type": "italic", "offset": 0, "length": 1}]


async def test_an_album_is_several_messages_of_one_group(api: Api, olga: Person) -> None:
    status, answer = await api.form(
        "sendMediaGroup",
        chat_id=1001,
        media='[{"type":"photo","media":"attach://a","caption":"раз"},{"type":"photo","media":"attach://b"}]',
        a=("a.png", PNG, "image/png"),
        b=("b.png", PNG, "image/png"),
    )
    assert status == 200
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("раз", False)


async def test_voice_and_a_new_picture_in_place_of_a_text(api: Api, olga: Person) -> None:
    _, answer = await api.form("sendVoice", chat_id=1001, duration=7, voice=("v.oga", b"OggS", "audio/ogg"))
    assert answer["result"]["voice"]["duration"] == 7
    sent = await api.result("sendMessage", chat_id=1001, text="скоро")
    status, answer = await api.form(
        "editMessageMedia",
        chat_id=1001,
        message_id=sent["message_id"],
        media='{"type":"photo","media":"attach://p","caption":"вот"}',
        p=("p.png", PNG, "image/png"),
    )
    assert (status, answer["result"]["caption"]) == (200, "вот")
    assert (olga.last.edited, olga.last.text, olga.last.photo is not None) == (1, "вот", True)


@pytest.mark.parametrize(
    ("method", "file", "status", "why"),
    [
        ("sendPhoto", b"no picture", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", png(1, 21), 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", png(9000, 1001)[:100], 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        ("sendDocument", b"", 400, "Bad Request: file must be non-empty"),
        (
            "sendPhoto",
            PNG + bytes(10 * MB),
            400,
            PHOTO_TOO_BIG,
        ),
        ("sendDocument", bytes(50 * MB + 1), 413, "Request Entity Too Large"),
        ("sendDocument", bytes(52 * MB), 413, "Request Entity Too Large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_wrong_upload_is_refused(
    api: Api, olga: Person, method: str, file: bytes, status: int, why: str
) -> None:
    field = {"sendPhoto": "photo", "sendDocument": "document"}[method]
    code, answer = await api.form(method, chat_id=1001, **{field: ("f", file, "image/png")})
    assert (code, answer["description"]) == (status, why)


async def test_a_bot_can_not_download_more_than_20_mb(api: Api, olga: Person) -> None:
    message = await olga.send_document(bytes(20 * MB + 1), "кино.mp4")
    assert message.document is not None
    refusal = await api.refusal("getFile", file_id=message.document.file_id)
    assert refusal == (400, "Bad Request: file is too big")


async def test_a_stray_upload_is_refused(api: Api, olga: Person) -> None:
    status, answer = await api.form("sendMessage", chat_id=1001, text="a", extra=("f", b"a", "text/x"))
    assert (status, answer["description"]) == (
        400,
        'Bad Request: method sendMessage has no parameter "extra"',
    )


async def test_an_unknown_path_and_a_wrong_token_give_no_file(api: Api) -> None:
    for path, status in ((f"/file/bot{TOKEN}/documents/x", 404), ("/file/bot1:A/documents/x", 401)):
        async with api.session.get(api.base + path) as response:
            assert response.status == status


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (3, 2)),
        (GIF, (5, 4)),
        (JPEG, (9, 7)),
        (WEBP, (8, 6)),
        (b"", None),
        (PNG[:20], None),
        (b"\xff\xd8\xff", None),
        (b"GIF89a\0\0\0\0", None),
        (b"RIFF", None),
    ],
)
def test_pictures_are_measured_from_their_headers(data: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(data) == size
