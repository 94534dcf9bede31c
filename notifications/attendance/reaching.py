"""An alert that one adult of a child cannot get goes to the others at once, and else the class teacher hears.

Who takes no absences, or takes them in the evening, gets this one now: the school counts on nobody else.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.model.access import BindingKind
from journal.model.channels import Use, able
from journal.model.control import UnreachedNews
from journal.model.news import AttendanceDay, Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Child
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_staff
from notifications.attendance.queueing import INSTEAD, attendance_push, thread_of
from notifications.attendance.words import explained, missed
from notifications.audience import hears
from notifications.duty import on_duty
from notifications.families import Families, families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import destinations, threads
from storage.children import children
from storage.control import ControlQueries
from storage.events import Waiting
from storage.news import attendance

_AT_ONCE = (Mode.AT_ONCE, Mode.SILENT)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A child that its family is to hear of today."""

    event: Waiting
    student: int
    day: date


async def expand_unreached(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """An alert of today could not be handed over to one of the adults."""
    alarms = [
        Alarm(event, event.payload["student_id"], date.fromisoformat(event.payload["day"]))
        for event in events
    ]
    families = await families_of(round_, {alarm.student for alarm in alarms})
    return await stand_ins(round_, families, alarms)


async def stand_ins(round_: Round, families: Families, alarms: Sequence[Alarm]) -> list[NewPush]:
    """The pushes to those who stand in for adults out of reach; no statement where there are none."""
    today = [alarm for alarm in alarms if alarm.day == round_.today]
    deaf = await _deaf(round_, families, {alarm.student for alarm in today})
    pushes: list[NewPush] = []
    nobody: list[Alarm] = []
    for alarm in today:
        adults = [one for one in families.of([alarm.student]) if one.kind is BindingKind.GUARDIAN]
        if not any(one.account_id in deaf and _expects(one, alarm) for one in adults):
            continue
        others = [one for one in adults if one.account_id not in deaf]
        pushes += [_instead(round_, alarm, one) for one in others if _is_to_stand_in(one, alarm)]
        if not others:
            nobody.append(alarm)
    return pushes + await _to_teachers(round_, nobody)


async def _deaf(round_: Round, families: Families, students: Collection[int]) -> set[int]:
    """The accounts of these families that nothing reaches now, on no way of theirs."""
    away = {one.account_id for one in families.of(students) if one.probe_at is not None}
    if not away:
        return set()
    kept = await destinations.of_accounts(round_.db, away)
    ways = (Use.INSTEAD, Use.RESERVE, Use.BESIDE)
    return {
        account for account in away if not any(able(kept.get(account, ()), use, urgent=True) for use in ways)
    }


def _expects(listener: Listener, alarm: Alarm) -> bool:
    return hears(listener, Topic.ABSENCES, alarm.event.at, alarm.event.account_id)


def _is_to_stand_in(listener: Listener, alarm: Alarm) -> bool:
    """Whoever hears at once anyway, and whoever caused it, needs no second message."""
    return (
        listener.mode(Topic.ABSENCES) not in _AT_ONCE
        and listener.account_id != alarm.event.account_id
        and alarm.event.at >= listener.news_since
    )


def _instead(round_: Round, alarm: Alarm, listener: Listener) -> NewPush:
    push = attendance_push(round_, alarm.event, listener, alarm.day)
    return replace(push, payload={**push.payload, INSTEAD: True}, dedup_key=f"{push.dedup_key}:{INSTEAD}")


async def _to_teachers(round_: Round, alarms: Sequence[Alarm]) -> list[NewPush]:
    if not alarms:
        return []
    found = await children(round_.db, {alarm.student for alarm in alarms}, round_.today)
    duty = await on_duty(round_, list(found.values()))
    return [
        for_staff(
            round_,
            alarm.event,
            Kind.FAMILY_UNREACHED,
            account,
            {"student": alarm.student, "date": alarm.day.isoformat()},
            thread=f"unreached:{alarm.student}:{alarm.day.isoformat()}",
        )
        for alarm in alarms
        if (child := found.get(alarm.student)) is not None
        for account in duty.for_child(child)
    ]


class UnreachedTeller:
    """Implements `notifications.telling.Teller`: once a day and child, while it stands."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, UnreachedNews]:
        keys = {push.id: (push.payload["student"], push.payload["date"]) for push in pushes}
        found = await children(round_.db, {student for student, _ in keys.values()}, round_.today)
        dates = {date.fromisoformat(day) for _, day in keys.values()}
        days = await attendance.days(round_.db, list(found.values()), dates)
        adults = await ControlQueries(round_.db).adults_of(list(found))
        heard = await _heard(round_, found.values(), dates)
        return {
            push_id: UnreachedNews(day.child, tuple(adults.get(student, ())))
            for push_id, (student, written) in keys.items()
            if (day := days.get((student, date.fromisoformat(written)))) is not None
            if _unexplained(day) - heard.get((student, day.day), set())
        }

    def say(
        self, push: Push, facts: UnreachedNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        if told is not None:
            return None
        return Saying(News(Kind.FAMILY_UNREACHED, facts), told={"asked": True}, loud=True)


async def _heard(
    round_: Round, found: Collection[Child], dates: Collection[date]
) -> dict[tuple[int, date], set[int]]:
    """Of which lessons of the day somebody of the child's family was told that the child is missed."""
    families = await families_of(round_, {child.student_id for child in found})
    names = {thread_of(child.student_id, day): (child.student_id, day) for child in found for day in dates}
    told = await threads.told(round_.db, families.accounts, names)
    heard: dict[tuple[int, date], set[int]] = {}
    for (_, thread), item in told.items():
        heard.setdefault(names[thread], set()).update(item.told.get("absent", ()))
    return heard


def _unexplained(day: AttendanceDay) -> set[int]:
    """The lessons at which the child is missed and that nobody explained."""
    return {lesson.slot for lesson in day.lessons if missed(lesson) and not explained(day, lesson)}
