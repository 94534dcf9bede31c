"""Families and the school write to each other inside the bot."""

import pytest

from tests.support.persona import Persona, with_button


async def write(olga: Persona, to: str, text: str) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    if "кому написать" not in (await olga.sees()).text:
        await olga.press("Новое сообщение")
        await olga.sees("кому написать?")
    await olga.press(to)
    await olga.sees("Напишите сообщение")
    await olga.say(text)
    await olga.sees("Отправлено")


@pytest.mark.requirement("R-086")
@pytest.mark.requirement("R-017")
async def test_a_guardian_writes_to_a_teacher_who_answers_in_one_tap_and_a_text(
    olga: Persona, anna: Persona, igor: Persona, maria: Persona
) -> None:
    await write(olga, "Кузнецова А. С. · алгебра", "Можно пересдать? <b>Аня</b> болела 😀")
    got = await anna.sees("Можно пересдать? <b>Аня</b> болела 😀", within=10)
    assert "Аня Иванова, 7Б · пишет Иванова О. В." in got.text
    anna.rest()
    await anna.press("Ответить")
    await anna.sees("Напишите сообщение")
    await anna.say("Да, в четверг на 7-м уроке")
    await anna.sees("Отправлено семье")
    assert (anna.taps, anna.typed) == (1, 1)
    back = await olga.sees("Да, в четверг на 7-м уроке", within=10)
    assert "Аня · пишет Кузнецова А. С." in back.text
    await olga.press("Открыть переписку")
    whole = await olga.sees("Можно пересдать?")
    assert whole.text.index("Вы ·") < whole.text.index("Кузнецова А. С. · 14.10")
    for outsider in (igor, maria):
        await outsider.sees_nothing("пересдать")
