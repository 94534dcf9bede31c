"""Photos, albums, and the longest texts."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from storage.tables.lessons import attachments
from tests.simulator.pictures import PNG
from tests.support.letters import ALGEBRA, HEAD, choose
from tests.support.persona import Persona
from tests.support.scenario import Stage


async def test_photos_go_along_and_come_once_more(olga: Persona, maria: Persona) -> None:
    await choose(olga, HEAD)
    await olga.send_photo(PNG, "Заявление на экскурсию")
    await olga.sees("Отправлено")
    got = await maria.sees("Заявление на экскурсию", within=10)
    assert got.file is not None
    await maria.press("Открыть переписку")
    await maria.sees("[фото]")
    await maria.press("Файлы")
    await maria.sees("1 файл")


async def test_an_album_is_one_message_with_all_its_pictures(
    olga: Persona, maria: Persona, stage: Stage
) -> None:
    await choose(olga, HEAD)
    await olga.send_photo(PNG, "Проба")
    await olga.sees("Отправлено")
    first = await maria.sees("Проба", within=10)
    assert first.file is not None
    await olga.press("Открыть переписку")
    await olga.sees("Проба")
    await olga.press("Ответить")
    await olga.sees("Напишите сообщение")
    photo = {"file_id": first.file.file_id, "file_unique_id": "u", "width": 90, "height": 90}
    for number in range(3):
        await olga.phone.inject(
            {
                "message": {
                    "message_id": 7_000_000 + number,
                    "date": 1_791_000_000,
                    "chat": {"id": olga.phone.id, "type": "private"},
                    "from": {"id": olga.phone.id, "is_bot": False, "first_name": "Ольга"},
                    "media_group_id": "77",
                    "photo": [photo],
                }
            }
        )
    await olga.sees("Отправлено")
    for _ in range(20):
        stage.clock.move(timedelta(seconds=1))
        async with stage.house.store.connection() as db:
            files = await db.all(select(attachments.c.owner_id).where(attachments.c.owner_kind == "message"))
        if len(files) == 4:
            break
        await asyncio.sleep(0.1)
    assert len(files) == 4
    assert len({row.owner_id for row in files}) == 2
    # Whatever is no picture of the album is no answer.
    await olga.say("какие оценки у Пети")
    await olga.sees("Петя")


async def test_the_longest_message_comes_whole_with_every_sign(olga: Persona, anna: Persona) -> None:
    await choose(olga, ALGEBRA)
    text = "<&>" + "ж" * 4090 + "🎈"
    await olga.say(text)
    await olga.sees("Отправлено")
    await anna.sees("🎈", within=10)
    said = "".join(message.text for message in anna.phone.messages[-3:])
    assert said.count("ж") == 4090
    assert "<&>" in said
