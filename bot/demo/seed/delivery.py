"""What the demo shows of delivery: lost messages, families out of reach, a night without the bot."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import update

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, ZONE, Draft, Row
from journal.model.news import Kind
from journal.model.outbox import Lane, PushState
from journal.model.trouble import OutageKind
from storage.tables.access import accounts
from storage.tables.outbox import outbox
from storage.tables.watch import outages

BLOCKED = "Forbidden: bot was blocked by the user"
GONE = "Forbidden: user is deactivated"
# So many families of other classes have blocked the bot, or left the messenger.
ELSEWHERE = 4
SUMMARY = datetime(2026, 10, 9, 18, tzinfo=ZONE)
# A night of last week.
STOOD_STILL = datetime(2026, 10, 8, 3, 5, tzinfo=ZONE)


async def write_delivery(draft: Draft) -> None:
    for number, account in enumerate(_out_of_reach(draft)):
        await draft.db.run(
            update(accounts)
            .where(accounts.c.id == account)
            .values(
                unreachable_at=EPOCH - timedelta(hours=5 + number),
                unreachable_reason=GONE if number == ELSEWHERE else BLOCKED,
            )
        )
    await draft.rows(outbox, _lost(draft))
    ended = {"ended_at": STOOD_STILL + timedelta(minutes=12), "seen_at": STOOD_STILL}
    await draft.rows(outages, [{"kind": OutageKind.DOWN, "began_at": STOOD_STILL, **ended}])


def _out_of_reach(draft: Draft) -> Iterator[int]:
    """Adults whose child has another one with the diary: one of the heroes' class, and some elsewhere."""
    found = 0
    for item in draft.roster.classes:
        for student in item.students:
            linked = [number for number, _ in student.guardians if number in draft.accounts]
            if len(linked) < 2 or any(number in draft.roster.heroes for number in linked):
                continue
            if item.name == HERO_CLASS or found < ELSEWHERE:
                found += item.name != HERO_CLASS
                yield draft.accounts[linked[-1]]
                break


def _lost(draft: Draft) -> Iterator[Row]:
    """Two summaries of last week: one that was too long, and one whose buttons were not taken."""
    reasons = ("Bad Request: message is too long", "Bad Request: BUTTON_DATA_INVALID")
    families = (
        (draft.accounts[number], student.id)
        for item in draft.roster.classes
        if item.name != HERO_CLASS
        for student in item.students[:1]
        for number, _ in student.guardians[:1]
        if number in draft.accounts
    )
    for reason, (account, student) in zip(reasons, families, strict=False):
        yield {
            "account_id": account,
            "student_id": student,
            "kind": Kind.WEEKLY,
            "payload": {"student": student, "week": (SUMMARY - timedelta(days=4)).date().isoformat()},
            "lane": int(Lane.BULK),
            "dedup_key": f"demo:{student}",
            "due_at": SUMMARY,
            "not_before": SUMMARY,
            "expires_at": SUMMARY + timedelta(days=3),
            "state": PushState.DEAD,
            "attempts": 0,
            "error": reason,
            "created_at": SUMMARY,
            "settled_at": SUMMARY + timedelta(seconds=4),
        }
