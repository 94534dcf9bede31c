"""Papers on both engines: two who tick at once, and statements that do not grow with the families."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.papers import printing
from journal.access import refusing
from journal.papers import report, weekly
from journal.regulation import from_toml
from locales.texts import Texts
from storage.tables.access import accounts
from storage.tables.channels import destinations
from storage.tables.control import audit
from storage.tables.papers import printouts
from storage.unit_of_work import SqlStore
from tests.support.given import give_mark, plan_event
from tests.support.school import LONG_AGO, TODAY, CtxOf, person_id, student_id, unit_id
from tests.support.statements import count, heard

UNIT = unit_id("7Б")


async def test_two_ticks_at_once_are_one(store: SqlStore, ctx_of: CtxOf) -> None:
    await refusing.print_results(ctx_of("maria"), student_id("anya"), wanted=True)
    ticks = (
        weekly.hand_over(ctx_of(who), UNIT, None, student_id("anya"), handed=True)
        for who in ("maria", "admin")
    )
    found = await asyncio.gather(*ticks)
    assert [one.handed for one in found] == [1, 1]
    assert await count(store, printouts) == 1
    async with store.connection() as db:
        told = await db.all(select(audit.c.id).where(audit.c.action == "papers.handed"))
    assert len(told) == 1


async def test_the_papers_of_a_class_take_as_many_statements_as_those_of_one_child(
    engine: AsyncEngine, ctx_of: CtxOf
) -> None:
    ctx = ctx_of("maria")
    taken = []
    for name in ("anya", "egor"):
        await refusing.print_results(ctx, student_id(name), wanted=True)
        await weekly.pages(ctx, UNIT, None)
        with heard(engine) as said:
            pages = await weekly.pages(ctx, UNIT, None)
        taken.append((len(pages.children), len(said)))
    assert [children for children, _ in taken] == [1, 2]
    assert taken[0][1] == taken[1][1]


@pytest.mark.requirement("R-099")
async def test_the_paper_names_what_the_class_has_ahead(store: SqlStore, ctx_of: CtxOf) -> None:
    await plan_event(store, "Родительское собрание", TODAY + timedelta(days=8))
    await plan_event(store, "Собрание другого класса", TODAY + timedelta(days=8), unit="7А")
    ctx = ctx_of("maria")
    (child,) = (await weekly.pages(ctx, UNIT, None, student_id("anya"))).children
    assert [one.title for one in child.events] == ["Родительское собрание"]
    page = printing.page(child, ctx, Texts("ru", ctx.regulation.terms))
    assert page.events == [("22 октября, 18:30", "Родительское собрание, каб. 214")]


async def test_a_report_reads_the_whole_class_at_once(engine: AsyncEngine, ctx_of: CtxOf) -> None:
    with heard(engine) as said:
        found = await report.report(ctx_of("maria"), UNIT)
    assert len(found.rows) > 5
    assert len(said) < 25


async def test_quality_is_counted_from_the_mark_the_school_names(store: SqlStore, ctx_of: CtxOf) -> None:
    for name, value in (("anya", "5"), ("anya", "5"), ("egor", "4"), ("egor", "4")):
        await give_mark(store, value, student_id(name))
    # One mark is no average yet, as for those who need help.
    await give_mark(store, "2", student_id("vera"))
    stricter = from_toml('preset = "s3"\n\n[marks]\nquality_from = 5\n')
    found = [await report.report(ctx, UNIT) for ctx in (ctx_of("maria"), ctx_of("maria", stricter))]
    assert [(one.known, one.quality, one.pass_rate) for one in found] == [(2, 100, 100), (2, 50, 100)]


@pytest.mark.requirement("R-099")
async def test_a_family_that_no_message_reaches_gets_the_week_on_paper_until_somebody_is_back(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    async def printed(*away: str) -> set[int]:
        async with store.connection(writing=True) as db:
            await db.run(accounts.update().values(unreachable_at=None))
            out = [person_id(name) for name in away]
            await db.run(accounts.update().where(accounts.c.id.in_(out)).values(unreachable_at=LONG_AGO))
            await db.connection.commit()
        async with ctx_of("maria").reading() as work:
            return set((await work.papers.offline(TODAY, [UNIT], refusers=False)).get(UNIT, ()))

    assert await printed() == set()
    assert await printed("olga") == set()
    assert await printed("olga", "igor") == {student_id("anya")}
    assert await printed("tatyana") == {student_id("egor")}
    async with store.connection(writing=True) as db:
        await db.insert(
            destinations,
            account_id=person_id("tatyana"),
            channel="email",
            address="t@example.org",
            use="reserve",
            confirmed_at=LONG_AGO,
        )
        await db.connection.commit()
    assert await printed("tatyana") == set()
