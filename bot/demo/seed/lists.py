"""Lists of classes for October: most are confirmed, the heroes' is not, one waits for the office."""

from datetime import date, timedelta

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, Draft
from storage.tables import class_lists

DUE = date(2026, 10, 1)
# Of so many classes one teacher has not looked yet.
SILENT_EACH = 7


async def write_lists(draft: Draft) -> None:
    headed = [(one, one.head) for one in draft.roster.classes if one.head and one.name != HERO_CLASS]
    mistaken, mistaken_head = headed[SILENT_EACH]
    confirmed = [pair for place, pair in enumerate(headed) if place % SILENT_EACH]
    await draft.rows(
        class_lists.list_confirmations,
        (
            {
                "unit_id": one.id,
                "due_on": DUE,
                "confirmed_at": EPOCH - timedelta(days=14 + place % 5, minutes=7 * place),
                "confirmed_by": head.id,
            }
            for place, (one, head) in enumerate(confirmed)
        ),
    )
    student = mistaken.students[4].name
    await draft.rows(
        class_lists.list_flaws,
        [
            {
                "unit_id": mistaken.id,
                "text": f"{student.last} {student.first}: у мамы новый номер телефона, старый не отвечает",
                "reported_at": EPOCH - timedelta(days=1),
                "reported_by": mistaken_head.id,
            }
        ],
    )
