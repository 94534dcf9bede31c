"""Families' notes: to the class teacher, back to the family, and an alarm to everybody who can help."""

from datetime import timedelta

import pytest

from journal import absences
from journal.absences import Said
from journal.clock import FrozenClock
from journal.events import AbsenceNudgeDue
from journal.model.attendance import NoteStatus, Presence
from journal.model.news import AttendanceNews, Kind, MissingNews, NoteNews, NudgeNews
from notifications.courier import Parcel
from notifications.service import Notifier
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.test_absence_push import HOLD, take_register
from tests.notifications.writing import happen
from tests.support.school import TODAY, CtxOf, person_id, student_id

OLGA, IGOR, MARIA, PAVEL, TATYANA = (
    person_id(name) for name in ("olga", "igor", "maria", "pavel", "tatyana")
)
ANYA = student_id("anya")


def kinds(parcels: list[Parcel]) -> list[Kind]:
    return [news.kind for parcel in parcels for news in parcel.news]


@pytest.fixture
async def alarmed(ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post) -> None:
    """Аня is absent from the first lesson, and both parents know."""
    await take_register(ctx_of, "maria", 1, {"anya": Presence.ABSENT})
    clock.move(HOLD)
    await notifier.catch_up()
    assert len(post.take()) == 2


@pytest.mark.usefixtures("alarmed")
async def test_a_reason_goes_to_the_class_teacher_and_into_the_other_parents_message(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await notifier.catch_up()
    assert kinds(post.of(MARIA)) == [Kind.NOTE_SENT]
    (edited,) = post.of(IGOR)
    assert edited.edits is not None
    (news,) = edited.news
    assert isinstance(news.facts, AttendanceNews)
    assert news.facts.note is not None
    assert news.facts.note.status is NoteStatus.SENT
    # Her own message was changed by her own tap.
    assert post.of(OLGA) == []


@pytest.mark.usefixtures("alarmed")
@pytest.mark.parametrize("accept", [True, False])
async def test_an_accepted_reason_stands_in_the_message_of_the_day_and_a_declined_one_is_heard(
    accept: bool, ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    noted = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.FAMILY)
    await notifier.catch_up()
    post.take()
    note = noted.note
    await absences.decide(ctx_of("maria"), note.id, note.revision, accept=accept)
    await notifier.catch_up()
    decided = [parcel for parcel in post.of(OLGA) if kinds([parcel]) == [Kind.NOTE_DECIDED]]
    assert [parcel.silent for parcel in decided] == ([] if accept else [False])
    # The messages of both parents about that day say the same.
    assert Kind.ATTENDANCE in kinds(post.of(IGOR))
    assert Kind.ATTENDANCE in kinds(post.of(OLGA))
    assert post.of(MARIA) == []


@pytest.mark.usefixtures("alarmed")
async def test_a_child_nobody_can_find_alarms_the_class_teacher_and_the_deputy_head_at_once(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    noted = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    await notifier.catch_up()
    told = [parcel for parcel in post.take() if kinds([parcel]) == [Kind.CHILD_MISSING]]
    assert sorted(parcel.recipient.account_id for parcel in told) == [MARIA, PAVEL]
    assert not any(parcel.silent for parcel in told)
    await absences.found(ctx_of("igor"), noted.note.id)
    await notifier.catch_up()
    relief = [parcel for parcel in post.parcels if kinds([parcel]) == [Kind.CHILD_MISSING]]
    # The alarm itself is changed, and a message that is heard says that it is over.
    assert sorted((parcel.recipient.account_id, parcel.edits is None) for parcel in relief) == [
        (MARIA, False),
        (MARIA, True),
        (PAVEL, False),
        (PAVEL, True),
    ]
    for parcel in relief:
        (news,) = parcel.news
        assert isinstance(news.facts, MissingNews)
        assert news.facts.note.found
        assert [lesson.slot for lesson in news.facts.missed] == [1]


@pytest.mark.usefixtures("alarmed")
async def test_an_alarm_taken_back_before_it_was_sent_alarms_nobody(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    noted = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    await absences.found(ctx_of("olga"), noted.note.id)
    await notifier.catch_up()
    assert Kind.CHILD_MISSING not in kinds(post.parcels)


@pytest.mark.usefixtures("alarmed")
async def test_another_word_of_the_family_reaches_those_who_search(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    await notifier.catch_up()
    post.take()
    await absences.say(ctx_of("igor"), ANYA, TODAY, Said.ILL)
    await notifier.catch_up()
    assert kinds(post.of(PAVEL)) == [Kind.CHILD_MISSING] * 2


@pytest.mark.usefixtures("alarmed")
async def test_pressing_back_and_forth_rings_once_in_ten_minutes(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    async def press_back_and_forth() -> list[Parcel]:
        for said in (Said.MISSING, Said.MISTAKE) * 3:
            await absences.say(ctx_of("olga"), ANYA, TODAY, said)
            await notifier.catch_up()
        return [parcel for parcel in post.take() if parcel.edits is None]

    new = await press_back_and_forth()
    assert [parcel.recipient.account_id for parcel in new].count(PAVEL) == 2
    assert [parcel.recipient.account_id for parcel in new].count(MARIA) == 3
    assert await press_back_and_forth() == []
    clock.move(timedelta(minutes=11))
    again = await press_back_and_forth()
    assert [parcel.recipient.account_id for parcel in again].count(PAVEL) == 2


@pytest.mark.usefixtures("alarmed")
@pytest.mark.parametrize("who", ["maria", "pavel"])
async def test_both_parents_hear_aloud_that_the_school_found_the_child(
    who: str, ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    noted = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    await notifier.catch_up()
    post.take()
    await absences.seen(ctx_of(who), noted.note.id)
    await notifier.catch_up()
    for parent in (OLGA, IGOR):
        heard = [parcel for parcel in post.of(parent) if parcel.edits is None]
        assert kinds(heard) == [Kind.NOTE_DECIDED]
        assert not heard[0].silent
    # The colleague who searches too is told, who found the child is not.
    other = MARIA if who == "pavel" else PAVEL
    assert Kind.CHILD_MISSING in kinds(post.of(other))
    assert post.of(person_id(who)) == []


async def test_announcing_the_same_day_again_and_again_is_one_card_of_the_class_teacher(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    day = TODAY + timedelta(days=1)
    for slot in range(6):
        said = Said.ILL if slot % 2 else Said.FAMILY
        made = await absences.announce(ctx_of("olga"), ANYA, day, day, said, slot)
        await notifier.catch_up()
        if slot == 3:
            await absences.withdraw(ctx_of("olga"), made.note.id)
            await notifier.catch_up()
    cards = post.of(MARIA)
    assert [parcel.edits is None for parcel in cards] == [True] + [False] * 6


async def test_a_note_taken_back_changes_the_class_teachers_card(
    ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    day = TODAY + timedelta(days=1)
    made = await absences.announce(ctx_of("olga"), ANYA, day, day, Said.ILL)
    await notifier.catch_up()
    await absences.withdraw(ctx_of("olga"), made.note.id)
    await notifier.catch_up()
    first, second = post.of(MARIA)
    assert first.edits is None
    assert second.edits is not None
    (news,) = second.news
    assert isinstance(news.facts, NoteNews)
    assert news.facts.note.withdrawn


@pytest.mark.usefixtures("alarmed")
async def test_an_unexplained_absence_is_asked_about_again(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(days=1, hours=1))
    await happen(store, clock.now(), AbsenceNudgeDue((TODAY + timedelta(days=1)).isoformat(), [ANYA], 0))
    await notifier.catch_up()
    told = [news.facts for parcel in post.of(OLGA) for news in parcel.news]
    (nudge,) = [facts for facts in told if isinstance(facts, NudgeNews)]
    assert nudge.absences == ((TODAY, 1, "Русский язык"),)


@pytest.mark.usefixtures("alarmed")
async def test_an_explained_absence_is_not_asked_about(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await notifier.catch_up()
    post.take()
    clock.move(timedelta(days=1, hours=1))
    await happen(store, clock.now(), AbsenceNudgeDue((TODAY + timedelta(days=1)).isoformat(), [ANYA], 0))
    await notifier.catch_up()
    assert Kind.ABSENCE_NUDGE not in kinds(post.parcels)


async def test_the_note_reaches_the_class_teacher_by_day_only(
    ctx_of: CtxOf, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(timedelta(hours=13))
    noted = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await notifier.catch_up()
    assert post.of(MARIA) == []
    clock.move(timedelta(hours=9))
    await notifier.catch_up()
    (parcel,) = post.of(MARIA)
    (news,) = parcel.news
    assert isinstance(news.facts, NoteNews)
    assert news.facts.note.id == noted.note.id
