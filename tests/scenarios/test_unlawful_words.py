"""The deputy head takes an unlawful comment out of the diary: gone for families, told to its author, kept."""

import pytest
from sqlalchemy import select

from handlers.control.callbacks import CommentCb, CommentsCb, PageCb
from journal import remarks
from journal.events import MarksSaved
from journal.model.comments import CommentOf
from journal.model.remarks import RemarkKind
from storage.tables.control import audit
from storage.tables.marks import marks
from storage.unit_of_work import SqlStore
from tests.notifications.writing import give_mark, happen, set_work
from tests.support.persona import Persona
from tests.support.school import NOW, TODAY, CtxOf, lesson_id, student_id

LESSON = lesson_id("7Б", TODAY, 1)
WORDS = "Наверное, опять из-за диагноза"


async def comment(store: SqlStore) -> int:
    """Maria's comment on two children's marks, told to their families."""
    work = await set_work(store, NOW)
    first = await give_mark(store, work, "anya", "3", NOW, comment=WORDS)
    await give_mark(store, work, "egor", "4", NOW, comment=WORDS)
    await happen(store, NOW, MarksSaved(work, [student_id("anya"), student_id("egor")]))
    return first


@pytest.mark.requirement("R-092")
async def test_an_unlawful_comment_is_gone_for_families_told_to_its_author_and_kept_in_the_audit(
    store: SqlStore, pavel: Persona, maria: Persona
) -> None:
    await comment(store)
    await pavel.say("/menu")
    await pavel.press_data(await pavel.sees(), PageCb(lesson=LESSON).pack())
    await pavel.press("Комментарии (1)", await pavel.sees("7Б, русский язык"))
    shown = await pavel.sees("комментарии в дневнике")
    assert "Белова М. И.: Иванова А., Сидоров Е." in shown.text
    await pavel.press("Убрать: ", shown)
    await pavel.sees("Напишите причину")
    await pavel.say("Сведения о здоровье разглашать нельзя")
    await pavel.sees("Убрано из дневника")
    told = await maria.sees("ваши слова убраны из дневника", within=20)
    assert WORDS in told.text
    assert "Причина: Сведения о здоровье разглашать нельзя" in told.text
    async with store.connection() as db:
        assert await db.all(select(marks.c.id).where(marks.c.comment.is_not(None))) == []
        row = await db.first(select(audit).where(audit.c.action == "comment.withdraw"))
    assert row is not None
    assert row.before["text"] == WORDS
    await pavel.press("История")
    assert f"слова убраны из дневника: текст {WORDS} → –" in (await pavel.sees("История")).text


@pytest.mark.requirement("R-092")
async def test_a_remark_is_taken_out_too_and_nobody_else_may(
    store: SqlStore, ctx_of: CtxOf, pavel: Persona, maria: Persona, irina: Persona, olga: Persona
) -> None:
    await remarks.give(ctx_of("maria"), LESSON, RemarkKind.REMARK, "disturbs", student_id("anya"), given=True)
    first = await comment(store)
    for persona, answer in ((maria, "другой сотрудник"), (irina, "другой сотрудник"), (olga, "ничего нет")):
        await persona.say("/menu")
        home = await persona.sees("")
        for data in (CommentsCb(lesson=LESSON), CommentCb(lesson=LESSON, of=CommentOf.MARK, number=first)):
            assert answer in await persona.press_data(home, data.pack())
    await pavel.say("/menu")
    await pavel.press_data(await pavel.sees(), CommentsCb(lesson=LESSON).pack())
    shown = await pavel.sees("комментарии в дневнике")
    await pavel.press("Убрать: ме", shown)
    await pavel.sees("Напишите причину")
    await pavel.say("Не по уставу")
    left = await pavel.sees("Убрано из дневника")
    assert WORDS in left.text
    assert await remarks_left(ctx_of) == 0
    gone = CommentCb(lesson=LESSON, of=CommentOf.REMARK, number=1).pack()
    assert await pavel.press_data(left, gone)


async def remarks_left(ctx_of: CtxOf) -> int:
    async with ctx_of("pavel").reading() as work:
        return len(await work.remarks.of_lesson(LESSON))
