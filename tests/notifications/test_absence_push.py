"""From a saved register to the family's phone: hold, edit, arrival, silence for those who may not hear."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from journal import attendance
from journal.clock import FrozenClock
from journal.model.attendance import Presence
from journal.model.news import AttendanceForm, AttendanceNews
from journal.model.outbox import Lane, PushState
from notifications.courier import Delivered, Failed, Parcel
from notifications.expander import Expander
from notifications.ledger import Ledger, Result
from notifications.reopening import reopen
from notifications.retry import Sent
from notifications.service import Notifier
from storage.outbox.claiming import release_held
from storage.tables.access import accounts, bindings
from storage.tables.attendance import absence_notes
from storage.tables.outbox import outbox, subscriptions
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, Post, notifier_of, told_to
from tests.notifications.writing import add
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id

OLGA, IGOR, TATYANA = person_id("olga"), person_id("igor"), person_id("tatyana")
HOLD = timedelta(minutes=5)


async def take_register(
    ctx_of: CtxOf, teacher: str, slot: int, statuses: dict[str, Presence] | None = None
) -> None:
    """Tap and save the register of a lesson of 7Б today."""
    lesson = lesson_id("7Б", TODAY, slot)
    ctx = ctx_of(teacher)
    sheet = await attendance.open_register(ctx, lesson)
    for name, status in (statuses or {}).items():
        sheet = await attendance.tap(ctx, lesson, student_id(name), status, sheet.draft.revision)
    await attendance.save_register(ctx, lesson, sheet.draft.posted)


async def register_told(
    ctx_of: CtxOf,
    clock: FrozenClock,
    notifier: Notifier,
    teacher: str,
    slot: int,
    statuses: dict[str, Presence] | None = None,
) -> None:
    """The same, and everybody is told when the hold is over."""
    await take_register(ctx_of, teacher, slot, statuses)
    clock.move(HOLD)
    await notifier.catch_up()


def news_of(parcel: Parcel) -> AttendanceNews:
    (news,) = parcel.news
    assert isinstance(news.facts, AttendanceNews)
    return news.facts


@pytest.mark.requirement("R-094")
async def test_a_guardian_hears_of_an_absence_when_the_hold_is_over(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"anya": Presence.ABSENT})
    await notifier.catch_up()
    assert post.parcels == []
    clock.move(HOLD)
    await notifier.catch_up()
    assert {parcel.recipient.account_id for parcel in post.parcels} == {OLGA, IGOR}
    news = news_of(post.parcels[0])
    assert news.form is AttendanceForm.ABSENT
    assert news.child.first_name == "Аня"
    assert [lesson.slot for lesson in news.absent] == [1]
    assert not post.parcels[0].silent


async def test_an_absence_is_told_once_however_often_the_notifier_runs(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    for _ in range(3):
        await notifier.catch_up()
    assert len(post.of(TATYANA)) == 1


async def test_a_correction_inside_the_hold_tells_nobody(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(timedelta(minutes=3))
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.PRESENT})
    assert post.parcels == []


async def test_a_correction_after_the_hold_edits_the_message_and_is_heard(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.PRESENT})
    first, *corrected = post.of(TATYANA)
    assert first.edits is None
    assert sorted((parcel.edits, parcel.silent) for parcel in corrected if parcel.edits) == [(1, False)]
    (heard,) = [parcel for parcel in corrected if parcel.edits is None]
    assert not heard.silent
    assert {news_of(parcel).form for parcel in corrected} == {AttendanceForm.CORRECTED}


Unseen = Callable[[Office, Post], Awaitable[None]]


async def crashed(office: Office, post: Post) -> None:
    """What is due arrives, and whoever sent it dies before its receipts are saved."""
    dead = Ledger(office)
    await Expander(office).expand_due()
    for ready in (await dead.check(await dead.claim(Lane.URGENT, 10, set()))).ready:
        await post.deliver(ready.parcel)
    async with office.store.connection(writing=True) as db:
        await release_held(db, dead.holder)
        await db.connection.commit()


async def unanswered(office: Office, post: Post) -> None:
    """What is due arrives, and the answers get lost on their way."""
    post.answer = lambda _: Failed("timeout")
    await notifier_of(office, post).catch_up()
    post.answer = None


@pytest.mark.parametrize("unseen", [crashed, unanswered])
async def test_an_absence_entered_again_is_told_after_a_correction_that_arrived_unseen(
    ctx_of: CtxOf, clock: FrozenClock, office: Office, notifier: Notifier, post: Post, unseen: Unseen
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    await take_register(ctx_of, "maria", 1, {"egor": Presence.PRESENT})
    clock.move(HOLD)
    await unseen(office, post)
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    last = next(parcel for parcel in reversed(post.of(TATYANA)) if parcel.edits == 1)
    assert news_of(last).form is AttendanceForm.ABSENT


@pytest.mark.parametrize("unseen", [crashed, unanswered])
async def test_an_alarm_that_arrived_unseen_is_apologised_for(
    ctx_of: CtxOf, clock: FrozenClock, office: Office, notifier: Notifier, post: Post, unseen: Unseen
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await unseen(office, post)
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.PRESENT})
    assert [news_of(parcel).form for parcel in post.of(TATYANA)] == [
        AttendanceForm.ABSENT,
        AttendanceForm.CORRECTED,
    ]


async def test_an_alarm_on_its_way_while_it_is_put_right_is_apologised_for_aloud(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    ledger = notifier.sender.ledger
    packed = await ledger.check(await ledger.claim(Lane.URGENT, 10, set()))
    await take_register(ctx_of, "maria", 1, {"egor": Presence.PRESENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    await ledger.record([Result(ready, Sent(1)) for ready in packed.ready])
    await notifier.catch_up()
    assert [(parcel.edits, news_of(parcel).form) for parcel in post.of(TATYANA)] == [
        (1, AttendanceForm.CORRECTED),
        (None, AttendanceForm.CORRECTED),
    ]
    assert not post.of(TATYANA)[-1].silent


async def test_nobody_is_asked_pardon_for_an_alarm_that_never_went_out(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    await take_register(ctx_of, "maria", 1, {"egor": Presence.PRESENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    await notifier.catch_up()
    assert post.parcels == []


async def test_every_false_alarm_is_apologised_for_once_however_often_the_register_is_saved(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    heard = []
    saved = (Presence.ABSENT, Presence.PRESENT, Presence.PRESENT, Presence.ABSENT, Presence.PRESENT)
    for number, presence in enumerate(saved):
        # Each time there is something to save, if of a classmate.
        other = (Presence.LATE, Presence.PRESENT)[number % 2]
        await take_register(ctx_of, "maria", 1, {"egor": presence, "anya": other})
        clock.move(HOLD)
        await notifier.catch_up()
        heard.append([news_of(one).form for one in post.take() if one.recipient.account_id == TATYANA])
    corrected = [AttendanceForm.CORRECTED] * 2
    alarm = [AttendanceForm.ABSENT]
    assert heard == [alarm, corrected, [], alarm, corrected]


async def test_an_apology_that_waits_for_a_failed_edit_is_heard_once(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    post.take()
    await take_register(ctx_of, "maria", 1, {"egor": Presence.PRESENT})
    clock.move(HOLD)
    post.answer = lambda parcel: Failed("502") if parcel.edits else Delivered(7)
    await notifier.catch_up()
    post.answer = None
    for _ in range(3):
        clock.move(timedelta(minutes=1))
        await notifier.catch_up()
    assert [parcel.edits for parcel in post.of(TATYANA)] == [1, None, 1]


async def reread(office: Office, account: int) -> list[AttendanceForm]:
    """What each message of the account opens to, the oldest first."""
    opened = [await reopen(office, account, push) for push in await told_to(office.store, account)]
    return [news_of(parcel).form for parcel in opened if parcel is not None]


async def test_a_hidden_message_opens_before_its_receipt_is_saved(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, office: Office
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    ledger = notifier.sender.ledger
    (ready,) = (await ledger.check(await ledger.claim(Lane.URGENT, 10, set()))).ready
    opened = await reopen(office, TATYANA, ready.parcel.push_id)
    assert opened is not None
    assert news_of(opened).form is AttendanceForm.ABSENT
    assert await reopen(office, IGOR, ready.parcel.push_id) is None


async def test_every_hidden_message_opens_to_what_it_says_or_to_how_the_day_stands(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post, office: Office
) -> None:
    await register_told(ctx_of, clock, notifier, "anna", 2, {"egor": Presence.ABSENT})
    assert await reread(office, TATYANA) == [AttendanceForm.ABSENT]
    await take_register(ctx_of, "anna", 2, {"egor": Presence.LATE})
    clock.move(timedelta(seconds=3))
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    assert await reread(office, TATYANA) == [AttendanceForm.ABSENT]
    clock.move(HOLD - timedelta(seconds=3))
    await notifier.catch_up()
    assert await reread(office, TATYANA) == [AttendanceForm.LATE, AttendanceForm.CORRECTED]
    clock.move(timedelta(seconds=3))
    await notifier.catch_up()
    assert await reread(office, TATYANA) == [
        AttendanceForm.ARRIVED,
        AttendanceForm.CORRECTED,
        AttendanceForm.ARRIVED,
    ]
    await register_told(ctx_of, clock, notifier, "anna", 2, {"egor": Presence.ABSENT})
    assert set(await reread(office, TATYANA)) == {AttendanceForm.ABSENT}


@pytest.mark.parametrize("presence", [Presence.ABSENT, Presence.PRESENT])
async def test_a_hidden_message_opens_whatever_its_reader_chose_or_wrote_meanwhile(
    store: SqlStore,
    ctx_of: CtxOf,
    clock: FrozenClock,
    notifier: Notifier,
    office: Office,
    presence: Presence,
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    chosen = {"account_id": TATYANA, "student_id": student_id("egor"), "kind": "absences", "mode": "off"}
    await _change(store, subscriptions.insert().values(**chosen, changed_at=clock.now()))
    await add(
        store,
        absence_notes,
        student_id=student_id("egor"),
        account_id=TATYANA,
        starts_on=TODAY,
        ends_on=TODAY,
        reason="ill",
        status="sent",
        created_at=clock.now(),
    )
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": presence})
    told = AttendanceForm.ABSENT if presence is Presence.ABSENT else AttendanceForm.CORRECTED
    assert set(await reread(office, TATYANA)) == {told}


async def test_putting_one_of_two_absences_right_is_no_false_alarm(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    for slot, teacher in ((1, "maria"), (2, "anna")):
        await register_told(ctx_of, clock, notifier, teacher, slot, {"egor": Presence.ABSENT})
    post.take()
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.PRESENT})
    (edited,) = post.of(TATYANA)
    assert edited.edits == 1


async def test_the_next_lesson_edits_and_the_arrival_is_a_new_message(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    await register_told(ctx_of, clock, notifier, "anna", 2, {"egor": Presence.ABSENT})
    clock.move(timedelta(minutes=30))
    await register_told(ctx_of, clock, notifier, "nikolai", 3, {"egor": Presence.PRESENT})
    first, second, third = post.of(TATYANA)
    assert (first.edits, second.edits, third.edits) == (None, 1, None)
    assert [lesson.slot for lesson in news_of(second).absent] == [1, 2]
    assert news_of(third).form is AttendanceForm.ARRIVED


async def test_an_arrival_is_told_though_the_absence_was_on_its_way_when_it_was_saved(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    await take_register(ctx_of, "anna", 2, {"egor": Presence.PRESENT})
    messages = await notifier.sender.ledger.claim(Lane.URGENT, 10, set())
    packed = await notifier.sender.ledger.check(messages)
    clock.move(HOLD)
    # The other register is expanded while the first message flies.
    await notifier.expander.expand_due()
    assert [news_of(ready.parcel).form for ready in packed.ready] == [AttendanceForm.ABSENT]
    results = [Result(ready, Sent(1)) for ready in packed.ready]
    await notifier.sender.ledger.record(results)
    await notifier.catch_up()
    assert [news_of(parcel).form for parcel in post.of(TATYANA)] == [AttendanceForm.ARRIVED]


async def test_lessons_that_are_held_are_not_told_with_others(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(timedelta(minutes=4))
    await take_register(ctx_of, "anna", 2, {"egor": Presence.ABSENT})
    clock.move(timedelta(minutes=1))
    await notifier.catch_up()
    (parcel,) = post.of(TATYANA)
    assert [lesson.slot for lesson in news_of(parcel).absent] == [1]


async def test_a_student_hears_of_no_own_absence(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    assert post.of(person_id("egor")) == []


async def _change(store: SqlStore, statement: object) -> None:
    async with store.connection(writing=True) as db:
        await db.run(statement)  # type: ignore[arg-type]
        await db.connection.commit()


@pytest.mark.requirement("R-095")
@pytest.mark.parametrize(("mode", "pushes", "silent"), [("silent", 1, True), ("off", 0, False)])
async def test_a_guardian_decides_how_absences_come(
    mode: str,
    pushes: int,
    silent: bool,
    store: SqlStore,
    ctx_of: CtxOf,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
) -> None:
    chosen = {"account_id": TATYANA, "student_id": student_id("egor"), "kind": "absences", "mode": mode}
    await _change(store, subscriptions.insert().values(**chosen, changed_at=clock.now()))
    await register_told(ctx_of, clock, notifier, "maria", 1, {"egor": Presence.ABSENT})
    assert [parcel.silent for parcel in post.of(TATYANA)] == [silent] * pushes


async def test_vanishing_sounds_even_for_those_who_chose_silence(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    chosen = {"account_id": TATYANA, "student_id": student_id("egor"), "kind": "absences", "mode": "silent"}
    await _change(store, subscriptions.insert().values(**chosen, changed_at=clock.now()))
    await take_register(ctx_of, "maria", 1)
    await register_told(ctx_of, clock, notifier, "anna", 2, {"egor": Presence.ABSENT})
    (parcel,) = post.of(TATYANA)
    assert news_of(parcel).form is AttendanceForm.VANISHED
    assert not parcel.silent


@pytest.mark.parametrize("stage", ["before expansion", "before sending"])
@pytest.mark.parametrize(
    "loss",
    [
        update(bindings).where(bindings.c.account_id == TATYANA).values(ended_at=bindings.c.bound_at),
        update(accounts).where(accounts.c.id == TATYANA).values(blocked_at=accounts.c.created_at),
    ],
    ids=["unbound", "account closed"],
)
async def test_whoever_lost_the_right_hears_nothing(
    loss: object,
    stage: str,
    store: SqlStore,
    ctx_of: CtxOf,
    clock: FrozenClock,
    notifier: Notifier,
    post: Post,
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    if stage == "before sending":
        await notifier.expander.expand_due()
    await _change(store, loss)
    await notifier.catch_up()
    assert post.parcels == []


async def test_what_happened_before_the_binding_is_history_not_news(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(timedelta(minutes=1))
    await _change(
        store, update(bindings).where(bindings.c.account_id == TATYANA).values(news_since=clock.now())
    )
    clock.move(HOLD)
    await notifier.catch_up()
    assert post.parcels == []


async def test_nobody_is_alerted_of_what_they_entered_themselves(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    # Мария teaches her own child's class.
    own = update(bindings).where(bindings.c.account_id == TATYANA).values(account_id=person_id("maria"))
    await _change(store, own)
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    await register_told(ctx_of, clock, notifier, "anna", 2, {"egor": Presence.ABSENT})
    # The lesson of a colleague is news to her all the same.
    assert len(post.of(person_id("maria"))) == 1


async def test_an_absence_that_could_not_be_told_for_two_days_is_not_told_any_more(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.expander.expand_due()
    clock.move(timedelta(days=2))
    await notifier.catch_up()
    assert post.parcels == []
    async with store.connection() as db:
        assert await db.scalars(outbox.select().with_only_columns(outbox.c.state)) == [PushState.EXPIRED]


async def test_absences_ignore_quiet_hours_on_their_day(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await take_register(ctx_of, "maria", 1, {"egor": Presence.ABSENT})
    clock.move(timedelta(hours=12))
    await notifier.catch_up()
    assert len(post.of(TATYANA)) == 1
