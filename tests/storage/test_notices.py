"""Notices on both engines: who may write to whom, who signed, what the counter says."""

import pytest
from sqlalchemy import select

from journal import notices
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.model.lessons import Attachment, AttachmentKind
from journal.model.notices import Audience, Listeners, NoticeStatus
from journal.notices import Part
from journal.notices.drafting import LONGEST
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, student_id, unit_id

GUARDIANS = frozenset({Listeners.GUARDIANS})


async def told(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        return list(await db.scalars(select(events.c.kind).order_by(events.c.id)))


async def send(ctx: Ctx, text: str = "Собрание 23.10 в 18:30") -> int:
    preview = await notices.draft(ctx, text)
    shaped = await notices.shape(ctx, preview.notice.id, preview.notice.revision, sign_off=True)
    await notices.send(ctx, shaped.notice.id, shaped.notice.revision, 77)
    return shaped.notice.id


@pytest.mark.requirement("R-083")
async def test_a_class_teachers_draft_is_for_the_families_of_the_own_class(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    assert preview.notice.audience == Audience(GUARDIANS, (unit_id("7Б"),))
    # Six children; only the families of Аня and Егор are connected.
    assert (preview.counter.total, preview.counter.unconnected) == (6, 4)


@pytest.mark.requirement("R-084")
async def test_a_deputy_heads_draft_is_for_nobody_until_the_whole_school_is_chosen(ctx_of: CtxOf) -> None:
    pavel = ctx_of("pavel")
    draft = (await notices.draft(pavel, "Карантин")).notice
    assert not draft.audience.listeners
    with pytest.raises(RefusedError, match="notice_for_nobody"):
        await notices.send(pavel, draft.id, draft.revision, None)
    chosen = await notices.address(pavel, draft.id, draft.revision, Part.WHOLE_SCHOOL, 0, chosen=True)
    assert chosen.preview.notice.audience == Audience(GUARDIANS)
    assert chosen.preview.counter.total == 10


async def test_a_guardian_cannot_write_a_notice(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await notices.draft(ctx_of("olga"), "Продам гараж")


async def test_a_class_teacher_cannot_address_another_class(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    with pytest.raises(RefusedError, match="not_permitted"):
        await notices.shape(
            ctx_of("maria"), preview.notice.id, 0, audience=Audience(GUARDIANS, (unit_id("3А"),))
        )


async def test_another_teachers_draft_is_out_of_reach(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    with pytest.raises(RefusedError, match="not_permitted"):
        await notices.send(ctx_of("svetlana"), preview.notice.id, 0, None)


async def test_a_notice_is_sent_once(ctx_of: CtxOf, store: SqlStore) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    await notices.send(ctx_of("maria"), preview.notice.id, 0, 77)
    again = await notices.send(ctx_of("maria"), preview.notice.id, 0, 77)
    assert not again.done
    assert again.notice.status is NoticeStatus.SENT
    assert await told(store) == ["notice_sent"]


async def test_signing_moves_the_counter_once_whoever_of_the_family_signs(ctx_of: CtxOf) -> None:
    number = await send(ctx_of("maria"))
    for name in ("olga", "olga", "igor"):
        await notices.sign(ctx_of(name), number)
    followed = await notices.follow(ctx_of("maria"), number)
    assert (followed.counter.signed, followed.counter.total) == (1, 6)
    unsigned = [item.name for item in followed.addressees if not item.signed]
    assert unsigned == ["Ёлкин Борис", "Козлова Вера", "Орлов Глеб", "Петрова Дина", "Сидоров Егор"]


@pytest.mark.requirement("R-016")
async def test_a_family_the_notice_is_not_for_finds_nothing(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "О поведении")
    only_anya = Audience(GUARDIANS, (unit_id("7Б"),), (student_id("anya"),))
    shaped = await notices.shape(ctx_of("maria"), preview.notice.id, 0, audience=only_anya)
    await notices.send(ctx_of("maria"), preview.notice.id, shaped.notice.revision, None)
    with pytest.raises(NotFoundError):
        await notices.sign(ctx_of("tatyana"), preview.notice.id)
    assert await notices.received(ctx_of("tatyana")) == []
    assert [notice.text for notice, _ in await notices.received(ctx_of("olga"))] == ["О поведении"]


async def test_a_draft_is_nobodys_notice_yet(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    assert await notices.received(ctx_of("olga")) == []
    with pytest.raises(NotFoundError):
        await notices.sign(ctx_of("olga"), preview.notice.id)


@pytest.mark.requirement("R-092")
async def test_the_deputy_head_withdraws_an_unlawful_notice(ctx_of: CtxOf) -> None:
    number = await send(ctx_of("maria"), "Сдаём деньги на шторы")
    await notices.withdraw(ctx_of("pavel"), number, "Сбор денег запрещён")
    assert await notices.received(ctx_of("olga")) == []
    with pytest.raises(StaleError, match="notice_withdrawn"):
        await notices.sign(ctx_of("olga"), number)


async def test_an_empty_or_endless_notice_is_refused(ctx_of: CtxOf) -> None:
    for text in ("   ", "я" * (LONGEST + 1)):
        with pytest.raises(InvalidError):
            await notices.draft(ctx_of("maria"), text)


@pytest.mark.requirement("R-085")
async def test_a_subject_teacher_chooses_among_the_own_classes_and_no_other(ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    preview = await notices.draft(anna, "Завтра принесите циркуль")
    assert not preview.notice.audience.listeners
    with pytest.raises(RefusedError, match="notice_for_nobody"):
        await notices.send(anna, preview.notice.id, 0, None)
    offered = await notices.choice(anna, preview.notice.id)
    assert [unit.name for unit in offered.reach.units] == ["7А", "7Б"]
    number = preview.notice.id
    chosen = await notices.address(anna, number, 0, Part.UNIT, unit_id("7А"), chosen=True)
    assert chosen.preview.notice.audience == Audience(GUARDIANS, (unit_id("7А"),))
    with pytest.raises(RefusedError, match="not_permitted"):
        await notices.address(anna, number, 1, Part.UNIT, unit_id("3А"), chosen=True)
    with pytest.raises(RefusedError, match="not_permitted"):
        await notices.address(anna, number, 1, Part.WHOLE_SCHOOL, 0, chosen=True)
    with pytest.raises(RefusedError, match="not_permitted"):
        await notices.address(anna, number, 1, Part.STAFF, 0, chosen=True)


@pytest.mark.requirement("R-084", "R-093")
async def test_a_deputy_head_writes_to_a_parallel_and_to_the_staff(ctx_of: CtxOf) -> None:
    pavel = ctx_of("pavel")
    preview = await notices.draft(pavel, "Совещание в 15:00")
    number = preview.notice.id
    parallel = await notices.address(pavel, number, 0, Part.GRADE, 7, chosen=True)
    assert parallel.preview.notice.audience.units == (unit_id("7Б"), unit_id("7А"))
    await notices.address(pavel, number, 1, Part.GRADE, 7, chosen=False)
    staff = await notices.address(pavel, number, 2, Part.STAFF, 0, chosen=True)
    assert staff.preview.notice.audience == Audience(frozenset({Listeners.STAFF}))
    await notices.send(pavel, number, 3, None)
    assert [notice.id for notice, _ in await notices.received(ctx_of("anna"))] == [number]
    assert await notices.received(ctx_of("olga")) == []


async def test_a_stale_preview_changes_and_sends_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    maria = ctx_of("maria")
    preview = await notices.draft(maria, "Собрание")
    await notices.shape(maria, preview.notice.id, 0, sign_off=True)
    stale = await notices.shape(maria, preview.notice.id, 0, sign_off=False)
    assert (stale.done, stale.notice.sign_off) == (False, True)
    assert not (await notices.send(maria, preview.notice.id, 0, 77)).done
    assert await told(store) == []


async def test_files_are_kept_by_the_messengers_id_and_more_may_follow(ctx_of: CtxOf) -> None:
    photo = Attachment(AttachmentKind.PHOTO, "AgAC-1")
    preview = await notices.draft(ctx_of("maria"), "", (photo,))
    more = await notices.supplement(
        ctx_of("maria"), preview.notice.id, "Подпишите", (Attachment(AttachmentKind.DOCUMENT, "BQAC-2"),)
    )
    assert more.notice.text == "Подпишите"
    await notices.send(ctx_of("maria"), preview.notice.id, more.notice.revision, None)
    found = await notices.read(ctx_of("olga"), preview.notice.id)
    assert [item.file_id for item in found.notice.attachments] == ["AgAC-1", "BQAC-2"]
    assert [child.first_name for child in found.children] == ["Аня"]
    assert not found.signed


async def test_those_who_have_not_signed_are_reminded_once_a_day(ctx_of: CtxOf, store: SqlStore) -> None:
    number = await send(ctx_of("maria"))
    assert (await notices.nudge(ctx_of("maria"), number)).done
    assert not (await notices.nudge(ctx_of("maria"), number)).done
    assert (await told(store)).count("notice_nudged") == 1


async def test_a_draft_is_thrown_away_and_a_sent_notice_is_not(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Ошибка")
    await notices.drop(ctx_of("maria"), preview.notice.id)
    with pytest.raises(RefusedError):
        await notices.follow(ctx_of("maria"), preview.notice.id)
    number = await send(ctx_of("maria"))
    with pytest.raises(StaleError):
        await notices.drop(ctx_of("maria"), number)


async def test_an_author_withdraws_with_a_reason_and_only_once(ctx_of: CtxOf) -> None:
    number = await send(ctx_of("maria"))
    with pytest.raises(InvalidError, match="reason_missing"):
        await notices.withdraw(ctx_of("maria"), number, "  ")
    with pytest.raises((RefusedError, NotFoundError)):
        await notices.withdraw(ctx_of("svetlana"), number, "Чужое")
    await notices.withdraw(ctx_of("maria"), number, "Дата другая")
    with pytest.raises(StaleError):
        await notices.withdraw(ctx_of("maria"), number, "Ещё раз")
