"""What each job does. It writes events; who hears of them, and how, is decided by their expansion.

The cards at the end of lessons and the evening digest need no job: their pushes are queued with the moment at
which they go.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from journal import control
from journal.access import authority, ending
from journal.control.integrity import reviewing
from journal.events import (
    AbsenceNudgeDue,
    ClassReviewDue,
    EntryReminderDue,
    Event,
    HomeworkMissingDue,
    MemoryBroken,
    WeeklySummaryDue,
)
from journal.lessons.nudging import BREATH
from journal.model.people import Role
from journal.model.span import week_of
from journal.papers import weekly as papers
from notifications import class_lists, meetings, month_letters, periods, plans
from notifications.house import Round
from notifications.lessons.reminders import due_now
from notifications.nudges import asked_about
from storage import events, housekeeping, listeners
from storage.news.absences import unexplained
from storage.news.tasks import next_school_day, untold
from storage.news.weeks import week_before
from storage.subscriptions import summed_up_on

BATCH = 200
# An alarm names so many broken chains; the command names all.
MOST_FAULTS = 5


async def weekly_summaries(round_: Round, due: datetime) -> int:
    """The week of every child whose family's day it is, the regulation's where the family chose none."""
    day = round_.school.day(due)
    customary = round_.regulation.delivery.weekly_summary.weekday + 1
    students = await summed_up_on(round_.db, day.isoweekday(), customary, day)
    first = week_before(day).isoformat()
    return await _record(
        round_, [WeeklySummaryDue(first, part, number) for number, part in _batches(students)]
    )


async def entry_reminders(round_: Round, due: datetime) -> int:
    """Teachers with something missing, after their lessons and before the deadline (R-046)."""
    today = round_.today.isoformat()
    return await _record(round_, [EntryReminderDue(person, today) for person in await due_now(round_)])


async def result_reminders(round_: Round, due: datetime) -> int:
    """Teachers whose period marks are due soon, after their lessons of a school day, once a day."""
    today = round_.today
    if round_.now >= round_.school.moment(today, round_.regulation.delivery.nudge_until):
        return 0
    idle = await periods.free_today(round_, BREATH)
    if not idle:
        return 0
    happened: list[Event] = [*await periods.due_today(round_, idle), *await periods.overdue_today(round_)]
    return await _record_new(round_, happened)


async def missing_plans(round_: Round, due: datetime) -> int:
    """Deputy heads, before the day by which plans are loaded and after it, where pages have none (R-079)."""
    return await _record_new(round_, await plans.missing_today(round_))


async def absence_nudges(round_: Round, due: datetime) -> int:
    """Families of children with absences of the last days that nobody explained."""
    nudge_days = round_.regulation.attendance.nudge_days
    if not nudge_days:
        return 0
    day = round_.school.day(due)
    open_ = await unexplained(round_.db, *asked_about(day, nudge_days))
    return await _record(
        round_,
        [AbsenceNudgeDue(day.isoformat(), part, number) for number, part in _batches(sorted(open_))],
    )


async def missing_homework(round_: Round, due: datetime) -> int:
    """Classes whose homework for the next school day is not all there in the evening."""
    day = await next_school_day(round_.db, round_.school.day(due))
    if day is None:
        return 0
    classes = sorted(await untold(round_.db, day))
    return await _record(
        round_, [HomeworkMissingDue(day.isoformat(), part, number) for number, part in _batches(classes)]
    )


async def class_reviews(round_: Round, due: datetime) -> int:
    """Class teachers are asked to review their week (R-059)."""
    day = round_.school.day(due)
    heads = await listeners.holders(round_.db, Role.CLASS_TEACHER, day)
    units = sorted(unit for unit in heads if unit is not None)
    monday = week_of(day).first.isoformat()
    return await _record(round_, [ClassReviewDue(monday, part, number) for number, part in _batches(units)])


async def class_lists_due(round_: Round, due: datetime) -> int:
    """Class teachers are asked to confirm their lists a week ahead, and once more on the day (R-147)."""
    return await _record_new(round_, await class_lists.due_today(round_))


async def month_letters_due(round_: Round, due: datetime) -> int:
    """Class teachers whose letter of the month has not gone are reminded as the month ends (R-087)."""
    return await _record_new(round_, await month_letters.due_today(round_))


async def meetings_today(round_: Round, due: datetime) -> int:
    """Who is invited to a meeting of today is reminded of it in the morning."""
    return await _record(round_, await meetings.due_on_the_day(round_))


async def ended_access(round_: Round, due: datetime) -> int:
    """Representatives whose power of attorney ran out, and families of students who left, lose the diary."""
    work = round_.work()
    ended = await ending.end_expired(work) + await ending.end_departed(work)
    await work.flush()
    return ended


async def authority_warnings(round_: Round, due: datetime) -> int:
    """Powers of attorney that end in two weeks, and in three days: each warned of once."""
    return await _record_new(round_, await authority.due_warnings(round_.work()))


async def expired_requests(round_: Round, due: datetime) -> int:
    """Requests to open a lesson that nobody answered for a week; who asked hears so."""
    work = round_.work()
    expired = await control.expire(work)
    await work.flush()
    return expired


async def contradictions_of_today(round_: Round, due: datetime) -> int:
    """Entries of today that contradict each other, while their teachers still remember."""
    return await _review(round_, round_.today, round_.today)


async def contradictions_of_late(round_: Round, due: datetime) -> int:
    """Entries of the last days that contradict each other, and lessons that stand on days off to come."""
    return await _review(round_, round_.today - reviewing.BACK, round_.today + reviewing.AHEAD)


async def _review(round_: Round, first: date, last: date) -> int:
    work = round_.work()
    found = await reviewing.review(work, first, last)
    await work.flush()
    return found


async def memory(round_: Round, due: datetime) -> int:
    """Whether the audit is as it was written, of which the heads are sealed; else an alarm, and no seal.

    Every night what was added since the last seal, and a part of the chains from their start: a year of a
    large school takes a while, in which nobody else can write.
    """
    trail, secret = round_.work().trail, round_.house.secret
    verdict = await trail.verify_since(secret, round_.school.day(due).toordinal())
    if verdict.faults:
        first = [[fault.chain, fault.number, str(fault.kind)] for fault in verdict.faults[:MOST_FAULTS]]
        return await _record(round_, [MemoryBroken(round_.today.isoformat(), first)])
    return await trail.seal(secret, round_.now)


async def printouts(round_: Round, due: datetime) -> int:
    """The papers of the week for families without the bot; their class teachers hear of them."""
    day = round_.school.day(due)
    if day.weekday() != round_.regulation.delivery.weekly_summary.weekday:
        return 0
    work = round_.work()
    happened = await papers.prepare_all(work, day)
    await work.flush()
    return await _record(round_, happened)


async def clean_up(round_: Round, due: datetime) -> int:
    """What can no longer be told is listed as such; what was told long ago is forgotten."""
    return await housekeeping.clean_up(round_.db, round_.now)


def _batches(ids: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    for start in range(0, len(ids), BATCH):
        yield start // BATCH, list(ids[start : start + BATCH])


async def _record(round_: Round, happened: Sequence[Event]) -> int:
    moment = round_.now
    await events.write(round_.db, [events.Recorded(event, moment, moment, None) for event in happened])
    return len(happened)


async def _record_new(round_: Round, happened: Sequence[Event]) -> int:
    """Records those that were not recorded before."""
    known = await events.known(round_.db, {one.subject for one in happened})
    return await _record(round_, [one for one in happened if one.subject not in known])
