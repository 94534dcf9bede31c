"""A parent looks at the diary's pictures, and reads the same in words."""

import pytest

from handlers.diary.callbacks import PictureCb, PictureLook, WordsCb
from simulator import SimMessage
from simulator.files import picture_size
from storage.tables.people import units
from storage.tables.pictures import pictures
from tests.support.given import give_mark
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import student_id

PATHS = {
    "week": (("Неделя", "Картинкой"), "ср 14.10: русский язык 5"),
    "averages": (("Оценки", "Картинкой"), "Русский язык: 5"),
    "marks": (("Оценки", "Картинкой", "Сколько каких оценок"), "Русский язык: 5 ×1"),
    "attendance": (("Пропуски", "Картинкой"), "Пропусков нет"),
}


def living(person: Persona) -> list[SimMessage]:
    return [one for one in person.phone.messages if not one.deleted and one.from_bot]


async def look(person: Persona, path: tuple[str, ...]) -> SimMessage:
    """The picture at the end of these taps."""
    await person.say("/menu")
    await person.sees("Аня")
    for label in path:
        await person.press(label)
        await person.sees()
    assert person.screen.photo is not None
    return person.screen


@pytest.mark.parametrize("name", PATHS)
async def test_a_page_becomes_a_picture_in_place_and_says_the_same_below_it(
    stage: Stage, olga: Persona, name: str
) -> None:
    await give_mark(stage.house.store, "5")
    path, words = PATHS[name]
    seen = await look(olga, path)
    assert seen.photo is not None
    assert words in seen.text
    size = picture_size(seen.photo.data)
    assert size is not None
    assert size[0] == seen.photo.width
    assert len(living(olga)) == 1


async def test_words_take_the_place_of_the_picture(stage: Stage, olga: Persona) -> None:
    picture = await look(olga, ("Неделя", "Картинкой"))
    await olga.press("Текстом")
    seen = await olga.sees("Аня: 12–18 октября")
    assert seen.photo is None
    assert picture.deleted


@pytest.mark.parametrize("away", ["Главная", "Текстом"])
@pytest.mark.parametrize("path", [path for path, _ in PATHS.values()])
async def test_no_picture_stays_behind_when_one_goes_on_to_words(
    stage: Stage, olga: Persona, path: tuple[str, ...], away: str
) -> None:
    picture = await look(olga, path)
    await olga.press(away)
    assert (await olga.sees("Аня")).photo is None
    assert picture.deleted
    assert len(living(olga)) == 1


async def test_a_picture_too_old_to_be_deleted_keeps_no_buttons(stage: Stage, olga: Persona) -> None:
    picture = await look(olga, ("Неделя", "Картинкой"))
    stage.simulator.clock.advance(48 * 3600 + 1)
    await olga.press("Главная")
    await olga.sees("Аня")
    assert not picture.deleted
    assert picture.buttons == []


async def test_the_same_picture_is_uploaded_once_even_for_another_reader(stage: Stage, olga: Persona) -> None:
    first = await look(olga, ("Неделя", "Картинкой"))
    second = await look(olga, ("Неделя", "Картинкой"))
    assert first.photo is not None
    assert second.photo is not None
    assert first.photo.file_id == second.photo.file_id
    await give_mark(stage.house.store, "2")
    third = await look(olga, ("Неделя", "Картинкой"))
    assert third.photo is not None
    assert third.photo.file_id != first.photo.file_id


async def test_a_picture_that_the_messenger_lost_is_uploaded_anew(stage: Stage, olga: Persona) -> None:
    first = await look(olga, ("Неделя", "Картинкой"))
    async with stage.house.store.connection(writing=True) as db:
        await db.run(pictures.update().values(file_id="AgACAgIAAxkBAAIBQ2ZJunkKnown"))
        await db.connection.commit()
    second = await look(olga, ("Неделя", "Картинкой"))
    assert first.photo is not None
    assert second.photo is not None
    assert second.photo.data == first.photo.data


@pytest.mark.parametrize("shown", PictureLook)
async def test_no_picture_shows_another_familys_child(
    stage: Stage, olga: Persona, shown: PictureLook
) -> None:
    await olga.say("/menu")
    seen = await olga.sees("Аня")
    stranger = student_id("boris")
    for data in (
        PictureCb(student=stranger, look=shown).pack(),
        WordsCb(student=stranger, look=shown).pack(),
    ):
        await olga.press_data(seen, data)
        assert all(message.photo is None for message in olga.phone.messages)
        assert "Борис" not in olga.phone.last.text


async def test_who_reads_large_is_offered_no_pictures_and_an_old_button_brings_words(
    stage: Stage, olga: Persona
) -> None:
    picture = await look(olga, ("Неделя", "Картинкой"))
    await enlarge(olga)
    await olga.say("/week")
    seen = await olga.sees("Аня: 12")
    assert all("Картинкой" not in button.text for row in seen.buttons for button in row)
    await olga.press("Неделя раньше", on=picture)
    assert (await olga.sees("5 октября")).photo is None


async def enlarge(person: Persona) -> None:
    await person.say("/settings")
    await person.sees()
    await person.press("Крупно и просто")
    await person.sees()


async def test_the_words_below_a_picture_are_folded_so_that_it_is_seen(stage: Stage, olga: Persona) -> None:
    seen = await look(olga, ("Неделя", "Картинкой"))
    (quote,) = [one for one in seen.entities if one["type"] == "expandable_blockquote"]
    assert quote["length"] > len(seen.text) / 2


@pytest.mark.parametrize(
    ("text", "subtitle"),
    [
        *(("/picture", "Аня, 7Б: 12–18 октября"), ("картинкой", "Аня, 7Б: 12–18 октября")),
        *(("нарисуй неделю", "12–18 октября"), ("картинку за прошлую неделю", "5–11 октября")),
        *(("покажи график оценок", "средние, 1-я четверть"), ("диаграмма оценок", "оценки, 1-я четверть")),
        *(("пропуски картинкой", "пропуски, 1-я четверть"), ("график Петиных оценок", "Петя, 3А")),
    ],
)
async def test_a_picture_comes_when_it_is_asked_for_in_words(
    stage: Stage, olga: Persona, text: str, subtitle: str
) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say(text)
    seen = await olga.sees(subtitle)
    assert seen.photo is not None
    await olga.press("Текстом")
    assert (await olga.sees("")).photo is None
    assert len(living(olga)) == 1


@pytest.mark.parametrize("text", ["график оценок по русскому", "график контрольных"])
async def test_what_has_no_picture_is_told_in_words(stage: Stage, olga: Persona, text: str) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say(text)
    assert (await olga.sees("")).photo is None


async def test_who_reads_large_hears_words_whatever_they_ask_for(stage: Stage, olga: Persona) -> None:
    await enlarge(olga)
    for text in ("/picture", "картинкой", "график оценок"):
        await olga.say(text)
        assert (await olga.sees("Аня")).photo is None


async def test_the_first_grade_has_pictures_of_its_weeks_and_hears_why_of_no_marks(
    stage: Stage, olga: Persona
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(units.update().where(units.c.name == "7Б").values(grade=1))
        await db.connection.commit()
    assert "Средние" not in (await look(olga, ("Неделя", "Картинкой"))).text
    for shown in (PictureLook.TRENDS, PictureLook.SPREAD):
        assert "Пропусков нет" in (await look(olga, ("Пропуски", "Картинкой"))).text
        await olga.press_data(olga.screen, PictureCb(student=student_id("anya"), look=shown).pack())
        seen = await olga.sees("В первом классе оценок не ставят")
        assert seen.photo is None
