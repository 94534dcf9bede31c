"""The week's papers: made on the day of summaries, told to the class teacher until all is handed over."""

from datetime import date, time

import pytest

from journal.access import refusing
from journal.clock import FrozenClock
from journal.model.news import Kind
from journal.model.papers import PrintoutNews
from journal.papers import weekly
from journal.regulation import Regulation, preset
from notifications.service import Notifier
from storage.tables.papers import printouts
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, notifier_of
from tests.support.school import SCHOOL, CtxOf, person_id, student_id, unit_id
from tests.support.statements import count

MARIA, OLGA, IGOR = person_id("maria"), person_id("olga"), person_id("igor")
ANYA, UNIT = student_id("anya"), unit_id("7Б")
FRIDAY = SCHOOL.moment(date(2026, 10, 16), time(18))


async def _friday(notifier: Notifier, clock: FrozenClock, post: Post) -> list[PrintoutNews]:
    """What the class teacher hears of paper on the evening of the summaries."""
    await notifier.scheduler.tick()
    clock.move(FRIDAY)
    await notifier.scheduler.tick()
    await notifier.catch_up()
    told = [news for parcel in post.of(MARIA) for news in parcel.news if news.kind is Kind.PRINTOUTS_DUE]
    return [news.facts for news in told if isinstance(news.facts, PrintoutNews)]


@pytest.mark.requirement("R-099")
async def test_each_week_the_class_teacher_is_told_of_the_papers(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post, store: SqlStore
) -> None:
    await refusing.print_results(ctx_of("maria"), ANYA, wanted=True)
    (told,) = await _friday(notifier, clock, post)
    assert (told.unit.name, told.monday, told.count) == ("7Б", date(2026, 10, 12), 1)
    assert await count(store, printouts) == 1


async def test_nobody_is_told_where_all_is_handed_over(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await refusing.print_results(ctx_of("maria"), ANYA, wanted=True)
    await weekly.hand_over_all(ctx_of("maria"), UNIT, None)
    assert await _friday(notifier, clock, post) == []


async def test_without_families_to_print_for_nobody_is_told(
    clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    assert await _friday(notifier, clock, post) == []


@pytest.mark.requirement("R-099")
@pytest.mark.parametrize(("school", "due"), [("s1", True), ("s3", False), ("s4", False)])
async def test_a_refused_diary_brings_paper_where_the_rules_prescribe_it(
    school: str, due: bool, ctx_of: CtxOf, clock: FrozenClock, post: Post, store: SqlStore
) -> None:
    """`S1 §4.3.6`: not less than once a week; elsewhere a family asks."""
    rules: Regulation = preset(school)
    for guardian in (OLGA, IGOR):
        await refusing.refuse(ctx_of("maria", rules), ANYA, guardian)
    notifier = notifier_of(Office(store, clock, SCHOOL, rules), post)
    assert [one.count for one in await _friday(notifier, clock, post)] == ([1] if due else [])


async def test_where_paper_is_made_when_needed_no_week_makes_it(
    ctx_of: CtxOf, clock: FrozenClock, post: Post, store: SqlStore
) -> None:
    """`S4 §4.1-CT4`: «при необходимости»."""
    rules = preset("s4")
    await refusing.print_results(ctx_of("maria", rules), ANYA, wanted=True)
    notifier = notifier_of(Office(store, clock, SCHOOL, rules), post)
    assert await _friday(notifier, clock, post) == []
    assert [one.student.id for one in (await weekly.week(ctx_of("maria", rules), UNIT)).sheets] == [ANYA]
