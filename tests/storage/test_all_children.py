"""All children on one screen: what each owes and has waiting, in as many statements for three as for one."""

from dataclasses import replace

from handlers.diary.pages import everybody
from journal import messages
from journal.context import Ctx
from journal.debts import debts_of, of_family
from locales.texts import Texts
from storage.unit_of_work import SqlStore
from tests.storage.test_diary import ANYA, EGOR, PETYA
from tests.storage.test_messages import ANNA, write
from tests.storage.test_notices import send
from tests.support.given import give_mark
from tests.support.school import CtxOf


def family_of(olga: Ctx, many: int) -> Ctx:
    """The mother of one child, two, or three."""
    own = olga.actor.children
    third = replace(own[0], student_id=EGOR, first_name="Егор")
    return olga.as_actor(replace(olga.actor, children=(*own, third)[:many]))


async def test_all_children_take_as_many_statements_as_one(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    for student in (ANYA, PETYA, EGOR):
        await give_mark(store, "•", student=student)
    counts, said = [], ""
    for many in (1, 3):
        family = family_of(ctx_of("olga"), many)
        statements.clear()
        said = (await everybody(family, Texts("ru"))).text
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert said.count("Долги: 1 (русский язык)") == 2


async def test_all_owe_what_each_owes(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "•")
    olga = ctx_of("olga")
    found = await of_family(olga)
    assert set(found) == {ANYA, PETYA}
    for student, owed in found.items():
        assert owed == (await debts_of(olga, student))[1]
    assert [debt.work.subject for debt in found[ANYA]] == ["Русский язык"]


async def test_what_waits_is_told_of_the_child_it_is_about(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    thread = await write(olga, ANNA, "Здравствуйте")
    await messages.answer(ctx_of("anna"), thread, "Здравствуйте, Ольга")
    await send(ctx_of("maria"))
    said = (await everybody(olga, Texts("ru"))).text
    of_anya, of_petya = said.split("Петя, 3А")
    for line in ("Новые сообщения: 1", "Ждёт ознакомления: 1 объявление"):
        assert line in of_anya
        assert line not in of_petya
    assert (await messages.unread_of_children(olga)) == {ANYA: 1}
