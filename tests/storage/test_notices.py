"""Notices on both engines: who may write to whom, who signed, what the counter says."""

import pytest

from journal import notices
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.model.notices import Audience, Listeners
from tests.support.school import CtxOf, student_id, unit_id

GUARDIANS = frozenset({Listeners.GUARDIANS})


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
async def test_a_deputy_heads_draft_is_for_the_whole_school(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("pavel"), "Карантин")
    assert preview.notice.audience.whole_school
    assert preview.counter.total == 10


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


async def test_a_notice_is_sent_once(ctx_of: CtxOf) -> None:
    preview = await notices.draft(ctx_of("maria"), "Собрание")
    await notices.send(ctx_of("maria"), preview.notice.id, 0, 77)
    with pytest.raises(StaleError):
        await notices.send(ctx_of("maria"), preview.notice.id, 0, 77)


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
    for text in ("   ", "я" * (notices.LONGEST + 1)):
        with pytest.raises(InvalidError):
            await notices.draft(ctx_of("maria"), text)
