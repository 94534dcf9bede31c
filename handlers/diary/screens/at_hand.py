"""What goes on at this moment: the lesson that runs, the break, the way home."""

from datetime import datetime, tzinfo

from journal.model.diary import DiaryDay
from locales.texts import Texts
from locales.words import inside


def at_hand(day: DiaryDay, now: datetime, zone: tzinfo, t: Texts) -> str | None:
    """`Сейчас 2-й урок: алгебра, до 10:10`; None on another day or one without lessons."""
    lessons = [item.lesson for item in day.lessons if item.held]
    if not lessons or now.astimezone(zone).date() != day.date:
        return None
    running = next((one for one in lessons if one.runs_at(now)), None)
    if running is not None:
        return t(
            "Now lesson {slot}: {subject}, until {time}.",
            slot=running.slot,
            subject=inside(running.subject),
            time=t.clock(running.ends_at, zone),
        )
    coming = next((one for one in lessons if one.starts_at > now), None)
    if coming is None:
        return t("The lessons of today are over.")
    said = {"slot": coming.slot, "subject": inside(coming.subject), "time": t.clock(coming.starts_at, zone)}
    if coming == lessons[0]:
        return t("The lessons have not begun: lesson {slot}, {subject}, at {time}.", **said)
    return t("A break now; next is lesson {slot}, {subject}, at {time}.", **said)
