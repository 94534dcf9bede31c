"""The correspondence on both engines: who writes to whom, what is new, how much is asked of the database."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from journal import messages
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.messages.parties import Addressee
from journal.messages.sending import checked
from journal.messages.writing import LETTER
from journal.model.access import Awaited
from journal.model.lessons import Attachment, AttachmentKind
from journal.model.messages import LONGEST, Office
from journal.model.people import Role
from journal.office_hours import Hours
from journal.policy import GRANTS, Permission, Relation
from journal.regulation.notation import ClockWindow
from storage.housekeeping import MESSAGES_KEPT, clean_up
from storage.tables.lessons import attachments
from storage.tables.messages import conversations
from storage.tables.messages import messages as letters
from storage.tables.timetable import subjects, workload
from storage.unit_of_work import SqlStore
from tests.support.school import UNITS, CtxOf, person_id, student_id

ANNA = Addressee(Office.TEACHER, person_id("anna"))
MARIA = Addressee(Office.CLASS_TEACHER, person_id("maria"))
DESK = Addressee(Office.ADMINISTRATION)
PHOTO = Attachment(AttachmentKind.PHOTO, "photo-1", None, 1000)


def asked(to: Addressee, child: str = "anya") -> Awaited:
    return Awaited(
        LETTER, {"student": student_id(child), "office": str(to.office), "staff": to.staff_id or 0}
    )


async def write(ctx: Ctx, to: Addressee, text: str, child: str = "anya") -> int:
    return (await messages.write(ctx, asked(to, child), text)).conversation.id


async def test_a_family_is_shown_the_childs_own_teachers_and_class_teacher(ctx_of: CtxOf) -> None:
    found = await messages.addressees(ctx_of("olga"), student_id("anya"))
    assert found.class_teacher is not None
    assert found.class_teacher.id == person_id("maria")
    assert [(one.person.last_name, one.subjects) for one in found.teachers] == [
        ("Громов", ("География",)),
        ("Кузнецова", ("Алгебра",)),
    ]


async def test_two_messages_to_one_colleague_are_one_thread_and_to_another_a_second(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    first = await write(olga, ANNA, "Раз")
    assert await write(olga, ANNA, "Два") == first
    assert await write(olga, MARIA, "Три") != first
    assert await write(ctx_of("igor"), ANNA, "Папа") != first


@pytest.mark.parametrize(
    ("who", "to", "child"),
    [
        ("olga", Addressee(Office.TEACHER, person_id("svetlana")), "anya"),
        ("olga", Addressee(Office.CLASS_TEACHER, person_id("anna")), "anya"),
        ("olga", Addressee(Office.ADMINISTRATION, person_id("pavel")), "anya"),
        ("olga", ANNA, "egor"),
        ("tatyana", ANNA, "anya"),
    ],
)
async def test_nobody_writes_to_strangers_or_for_another_child(
    ctx_of: CtxOf, who: str, to: Addressee, child: str
) -> None:
    with pytest.raises(NotFoundError):
        await messages.ask_letter(ctx_of(who), student_id(child), to)
    with pytest.raises(NotFoundError):
        await messages.write(ctx_of(who), asked(to, child), "Здравствуйте")


async def test_a_colleague_begins_no_thread_as_a_family(ctx_of: CtxOf) -> None:
    with pytest.raises(RefusedError, match="not_permitted"):
        await messages.ask_letter(ctx_of("maria"), student_id("anya"), ANNA)


async def test_what_is_new_counts_for_its_reader_alone_and_ends_with_reading(ctx_of: CtxOf) -> None:
    olga, anna = ctx_of("olga"), ctx_of("anna")
    thread = await write(olga, ANNA, "Раз")
    await write(olga, ANNA, "Два")
    assert [await messages.unread(ctx_of(who)) for who in ("anna", "maria", "pavel", "olga")] == [2, 0, 0, 0]
    assert (await messages.inbox(anna)).threads[0].unread == 2
    await messages.open_thread(anna, thread)
    assert await messages.unread(anna) == 0
    await messages.answer(anna, thread, "Три")
    assert await messages.unread(olga) == 1
    assert [(one.unread, one.last) for one in await messages.mine(olga)] == [(1, "Три")]


async def test_the_desk_of_the_administration_counts_for_each_of_it(ctx_of: CtxOf) -> None:
    thread = await write(ctx_of("olga"), DESK, "Справка")
    assert [await messages.unread(ctx_of(who)) for who in ("pavel", "irina", "admin", "anna")] == [1, 1, 1, 0]
    await messages.open_thread(ctx_of("irina"), thread)
    assert [await messages.unread(ctx_of(who)) for who in ("pavel", "irina")] == [1, 0]


async def test_only_a_complaint_opens_a_thread_and_only_who_is_no_side_of_it_decides(ctx_of: CtxOf) -> None:
    olga, anna, pavel = ctx_of("olga"), ctx_of("anna"), ctx_of("pavel")
    thread = await write(olga, ANNA, "Раз")
    for who in ("pavel", "irina", "admin", "maria"):
        with pytest.raises(RefusedError, match="not_permitted"):
            await messages.open_thread(ctx_of(who), thread)
    with pytest.raises(RefusedError):
        await messages.decide(anna, thread, block=True)
    await messages.report(olga, thread)
    assert [one.conversation.id for one in (await messages.inbox(pavel)).complaints.reported] == [thread]
    assert (await messages.inbox(anna)).complaints.reported == ()
    with pytest.raises(RefusedError, match="not_permitted"):
        await messages.complaints(anna)
    await messages.open_thread(pavel, thread)
    with pytest.raises(RefusedError, match="not_permitted"):
        await messages.reportable(pavel, thread)
    with pytest.raises(RefusedError):
        await messages.answer(pavel, thread, "Я отвечу за неё")
    with pytest.raises(RefusedError):
        await messages.open_thread(ctx_of("maria"), thread)
    await messages.decide(pavel, thread, block=True)
    for side in (olga, anna):
        with pytest.raises(RefusedError, match="messages_blocked"):
            await messages.answer(side, thread, "Ещё")
    with pytest.raises(RefusedError, match="messages_blocked"):
        await messages.write(olga, asked(ANNA), "Ещё")
    await messages.decide(pavel, thread, block=False)
    await messages.answer(olga, thread, "Снова можно")


def test_those_who_read_a_complaint_are_those_whom_the_complaint_names() -> None:
    # The screen before a complaint says: the director, the deputy head and the administrator.
    everywhere = {grant.who for grant in GRANTS[Permission.CORRESPOND] if grant.relation is Relation.ANY}
    assert everywhere == {Role.DIRECTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR}


@pytest.mark.parametrize(("starts", "ends"), [(18, 8), (9, 9)])
async def test_office_hours_do_not_run_over_midnight(ctx_of: CtxOf, starts: int, ends: int) -> None:
    before = await messages.ways(ctx_of("anna"))
    with pytest.raises(InvalidError):
        await messages.choose_hours(ctx_of("anna"), Hours(ClockWindow(time(starts), time(ends)), 5))
    assert await messages.ways(ctx_of("anna")) == before


async def teaches(store: SqlStore, who: str, unit: str) -> Addressee:
    """That colleague teaches geography to the class too."""
    async with store.connection(writing=True) as db:
        subject = await db.scalar(select(subjects.c.id).where(subjects.c.name == "География"))
        await db.insert(
            workload,
            year_id=1,
            teacher_id=person_id(who),
            subject_id=subject,
            unit_id=UNITS[unit][0],
            hours_week=2,
        )
        await db.connection.commit()
    return Addressee(Office.TEACHER, person_id(who))


async def stopped(ctx_of: CtxOf, to: Addressee, child: str = "anya") -> int:
    """The number of Olga's thread with them, which the school has stopped."""
    thread = await write(ctx_of("olga"), to, "Раз", child)
    await messages.report(ctx_of("olga"), thread)
    await messages.decide(ctx_of("pavel"), thread, block=True)
    return thread


async def test_what_is_stopped_stays_stopped_under_another_hat_and_about_another_child(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    olga, maria, pavel = ctx_of("olga"), ctx_of("maria"), ctx_of("pavel")
    as_teacher = await teaches(store, "maria", "7Б")
    of_sibling = await write(olga, await teaches(store, "maria", "3А"), "О Пете", "petya")
    thread = await stopped(ctx_of, MARIA)
    for to, child in ((MARIA, "anya"), (as_teacher, "anya"), (as_teacher, "petya")):
        with pytest.raises(RefusedError, match="messages_blocked"):
            await messages.ask_letter(olga, student_id(child), to)
        with pytest.raises(RefusedError, match="messages_blocked"):
            await messages.write(olga, asked(to, child), "Я снова здесь")
    for side in (olga, maria):
        for number in (thread, of_sibling):
            with pytest.raises(RefusedError, match="messages_blocked"):
                await messages.answer(side, number, "И здесь")
    found = await messages.addressees(olga, student_id("petya"))
    assert found.stopped == {person_id("maria")}
    with pytest.raises(RefusedError, match="messages_blocked"):
        await messages.report(olga, thread)
    # The other parent, and other colleagues, are no part of it.
    await write(ctx_of("igor"), MARIA, "Папа")
    await write(olga, ANNA, "Можно")
    await write(olga, DESK, "И сюда")
    # One decision frees all of it again, and is found by whoever looks for it.
    assert [one.conversation.id for one in (await messages.inbox(pavel)).complaints.stopped] == [thread]
    await messages.decide(pavel, thread, block=False)
    assert (await messages.inbox(pavel)).complaints.stopped == ()
    await write(olga, as_teacher, "Снова")
    await messages.answer(maria, of_sibling, "Пожалуйста")


async def test_the_administration_stops_a_family_about_every_child_and_a_colleague_does_not_answer_for_it(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    olga, pavel, irina = ctx_of("olga"), ctx_of("pavel"), ctx_of("irina")
    desk = await write(olga, DESK, "Раз")
    as_teacher = await teaches(store, "pavel", "7Б")
    thread = await write(olga, as_teacher, "Раз")
    await messages.report(olga, thread)
    await messages.decide(irina, thread, block=True)
    with pytest.raises(RefusedError, match="messages_blocked"):
        await messages.answer(pavel, desk, "Под другой вывеской")
    await messages.answer(irina, desk, "Слушаю вас")
    await messages.report(olga, desk)
    await messages.decide(irina, desk, block=True)
    for child in ("anya", "petya"):
        with pytest.raises(RefusedError, match="messages_blocked"):
            await messages.write(olga, asked(DESK, child), "Ещё")
    assert (await messages.addressees(olga, student_id("petya"))).stopped == {None, person_id("pavel")}


async def test_nobody_decides_about_the_administrations_own_thread_without_a_complaint(ctx_of: CtxOf) -> None:
    thread = await write(ctx_of("olga"), DESK, "Раз")
    with pytest.raises(StaleError, match="not_reported"):
        await messages.decide(ctx_of("pavel"), thread, block=True)


@pytest.mark.parametrize(
    ("text", "files", "code"),
    [
        ("  \n ", (), "message_empty"),
        ("ж" * (LONGEST + 1), (), "message_too_long"),
        ("ok", (Attachment(AttachmentKind.DOCUMENT, "d", "x.mp4", 20_000_000),), "message_file_too_large"),
    ],
)
def test_what_cannot_be_sent_is_refused_by_its_own_name(
    text: str, files: tuple[Attachment, ...], code: str
) -> None:
    with pytest.raises(InvalidError, match=code):
        checked(text, files)


async def test_phrases_and_hours_are_each_colleagues_own(ctx_of: CtxOf) -> None:
    anna, maria = ctx_of("anna"), ctx_of("maria")
    kept = (await messages.add_phrase(anna, " Позвоню ")).phrases
    assert [one.text for one in kept] == ["Позвоню"]
    await messages.remove_phrase(maria, kept[0].id)
    assert (await messages.ways(anna)).phrases == kept
    thread = await write(ctx_of("olga"), MARIA, "Раз")
    with pytest.raises(NotFoundError):
        await messages.send_phrase(maria, thread, kept[0].id, "")
    evening = Hours(ClockWindow.parse("09:00-20:00"), 6)
    assert (await messages.choose_hours(anna, evening)).hours == evening
    assert (await messages.ways(maria)).hours != evening
    for number in range(7):
        await messages.add_phrase(anna, f"Фраза {number}")
    with pytest.raises(InvalidError, match="too_many_phrases"):
        await messages.add_phrase(anna, "Ещё одна")


async def test_a_family_has_no_ways_of_a_colleague(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await messages.ways(ctx_of("olga"))


async def test_pages_of_a_long_thread_lose_nothing(ctx_of: CtxOf, clock: FrozenClock) -> None:
    olga = ctx_of("olga")
    thread = await write(olga, ANNA, "0")
    for number in range(1, 20):
        clock.move(timedelta(minutes=3))
        await messages.answer(ctx_of("olga"), thread, str(number))
    seen: list[str] = []
    before: int | None = None
    while True:
        page = await messages.open_thread(ctx_of("olga"), thread, before)
        seen = [one.text for one in page.letters] + seen
        if not page.older:
            break
        before = page.letters[0].id
    assert seen == [str(number) for number in range(20)]


async def test_a_year_after_the_last_word_a_thread_is_forgotten_unless_it_was_stopped_or_waits(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    olga = ctx_of("olga")
    gone = (await messages.write(olga, asked(ANNA), "Старое", (PHOTO,))).conversation.id
    waiting = await write(olga, MARIA, "Жалоба")
    await messages.report(olga, waiting)
    clock.move(MESSAGES_KEPT + timedelta(days=1))
    async with store.connection(writing=True) as db:
        await clean_up(db, clock.now())
        assert await db.scalars(select(conversations.c.id)) == [waiting]
        assert gone not in await db.scalars(select(letters.c.conversation_id))
        assert not await db.scalars(select(attachments.c.id).where(attachments.c.owner_kind == "message"))
        await db.connection.commit()


async def test_lists_and_threads_take_as_many_statements_for_many_rows_as_for_few(
    ctx_of: CtxOf, clock: FrozenClock, statements: list[str]
) -> None:
    async def counts() -> list[int]:
        found = []
        for read in (
            lambda: messages.inbox(ctx_of("anna")),
            lambda: messages.complaints(ctx_of("pavel")),
            lambda: messages.mine(ctx_of("olga")),
            lambda: messages.open_thread(ctx_of("anna"), thread),
            lambda: messages.unread(ctx_of("anna")),
            lambda: messages.addressees(ctx_of("olga"), student_id("anya")),
        ):
            statements.clear()
            await read()
            found.append(len(statements))
        return found

    thread = await write(ctx_of("olga"), ANNA, "Раз")
    few = await counts()
    for who, child in (("igor", "anya"), ("tatyana", "egor")):
        await write(ctx_of(who), ANNA, "Ещё", child)
    await write(ctx_of("olga"), MARIA, "Ещё")
    for _ in range(6):
        clock.move(timedelta(minutes=3))
        await messages.write(ctx_of("olga"), asked(ANNA), "Много", (PHOTO,))
    assert await counts() == few
    assert max(few) <= 10, few
