"""One school day that plays by itself: four people, the real bot, every message printed as it comes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.demo.narrator import Actor
from bot.demo.stage import FOLDER, Demo, on_stage

# A little longer than the demo's hold between Save and the message to the family.
HOLD = timedelta(seconds=20)


async def play(tell: Callable[[str], None], folder: Path = FOLDER) -> None:
    """Play the day and end. Raises `AssertionError`, with the chat printed, where the day goes wrong."""
    async with on_stage(folder=folder) as demo:
        tell(f"Школьный день: {demo.hours.told()}")
        people = {name: Actor(person, tell) for name, person in demo.people.items()}
        for scene in (register, reason, marks, homework, notice, summary):
            tell(f"\n━━ {scene.__doc__}")
            await scene(demo, people)
        tell("\nДень сыгран.")


async def register(demo: Demo, people: dict[str, Actor]) -> None:
    """Учитель отмечает отсутствующих, семья узнаёт."""
    anna, olga = people["anna"], people["olga"]
    await anna.says("/now")
    await anna.sees("7Б, алгебра")
    await anna.presses("Иванова А.")
    await anna.sees("7Б, алгебра")
    await anna.presses("Сохранить")
    await anna.sees("Сохранено")
    _wait_out_the_hold(demo)
    await olga.sees("Аня: нет на 2-м уроке")


async def reason(demo: Demo, people: dict[str, Actor]) -> None:
    """Семья отвечает одним касанием, классный руководитель принимает."""
    olga, maria = people["olga"], people["maria"]
    await olga.presses("Болеет")
    await olga.sees("Спасибо, передали классному руководителю")
    await maria.sees("Аня")
    await maria.presses("Принять")
    await maria.sees("ринято")


async def marks(demo: Demo, people: dict[str, Actor]) -> None:
    """Учитель ставит оценку за прошедший урок, семья узнаёт."""
    maria, olga = people["maria"], people["olga"]
    await maria.says("/now")
    await maria.sees("7В, русский язык")
    for label, words in (
        ("Назад", "Осталось внести"),
        ("Все уроки", "среда, 14 октября"),
        ("1. 7Б", "7Б, русский язык"),
        ("Оценки", "Выберите оценку"),
        ("5", "Ставим 5"),
        ("Иванова А.", "Ставим 5"),
        ("Сохранить", "Сохранено оценок: 1"),
    ):
        await maria.presses(label)
        await maria.sees(words)
    _wait_out_the_hold(demo)
    await olga.sees("Аня: 5, русский язык")


async def homework(demo: Demo, people: dict[str, Actor]) -> None:
    """Учитель берёт тему из плана и задаёт на завтра, семья узнаёт и спрашивает словами."""
    anna, olga = people["anna"], people["olga"]
    await anna.presses("К уроку")
    await anna.sees("7Б, алгебра")
    await anna.presses("Тема: ")
    await anna.sees("Осталось внести: задание")
    await anna.presses("Задание")
    await anna.sees("Для 7Б")
    await anna.says("№ 215, № 218")
    await anna.sees("№ 215, № 218")
    await anna.presses("Сохранить")
    await anna.sees("Сохранено для 7Б")
    _wait_out_the_hold(demo)
    await olga.sees("№ 215, № 218")
    await olga.says("что задали на завтра?")
    await olga.sees("Алгебра: № 215, № 218")


async def notice(demo: Demo, people: dict[str, Actor]) -> None:
    """Классный руководитель пишет классу и видит, кто ознакомился."""
    maria, olga = people["maria"], people["olga"]
    await maria.says("/notice")
    await maria.sees("Напишите объявление")
    await maria.says("Собрание 23.10 в 18:30, каб. 214")
    await maria.sees("ещё не отправлено")
    await maria.presses("С ознакомлением")
    await maria.sees("ещё не отправлено")
    await maria.presses("Отправить")
    await maria.sees("тправлено")
    await olga.sees("Собрание 23.10")
    await olga.presses("Ознакомлен")
    demo.clock.jump(demo.clock.now() + HOLD)
    await maria.sees("Ознакомились: 1 из")


async def summary(demo: Demo, people: dict[str, Actor]) -> None:
    """Пятница, вечер: итоги недели."""
    demo.hours.friday_evening()
    demo.clock.jump(demo.clock.now() + timedelta(minutes=2))
    # A thousand families hear of their week at thirty messages a second.
    await people["olga"].sees("Аня, 12–16 октября", 120)


def _wait_out_the_hold(demo: Demo) -> None:
    demo.clock.jump(demo.clock.now() + HOLD)
