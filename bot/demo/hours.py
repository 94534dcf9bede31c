"""The demo's school clock on the page: what time it is, and buttons that move it forward."""

from datetime import datetime, time, timedelta

from babel.dates import format_datetime

from bot.demo.curriculum import BELLS
from journal.clock import OffsetClock
from journal.model.school import School

SUMMARY = time(18, 0)
FRIDAY = 5


class Hours:
    """Moves the school clock between moments that matter; never back."""

    def __init__(self, clock: OffsetClock, school: School) -> None:
        self._clock = clock
        self._school = school

    def told(self) -> str:
        """`ср, 14 октября, 9:36`, with the lesson that runs."""
        now = self._now()
        running = next(
            (slot for slot, (starts, ends) in enumerate(BELLS, 1) if starts <= f"{now:%H:%M}" < ends), None
        )
        lesson = f" · идёт {running}-й урок" if running and now.isoweekday() <= FRIDAY else ""
        return f"{format_datetime(now, 'ccc, d MMMM, H:mm', locale='ru')}{lesson}"

    def next_lesson(self) -> str:
        """Five minutes into the next lesson, tomorrow's first if the day is over."""
        now = self._now()
        for starts, _ in BELLS:
            moment = self._at(now, time.fromisoformat(starts)) + timedelta(minutes=5)
            if moment > now + timedelta(minutes=5):
                return self._jump(moment)
        return self._jump(self._at(self._school_day_after(now), time.fromisoformat(BELLS[0][0])))

    def lessons_over(self) -> str:
        """Half past four, when the day's lessons are over; tomorrow's if it is later."""
        return self._jump(self._coming(time(16, 30)))

    def friday_evening(self) -> str:
        """Friday, a minute before the weekly summaries go out."""
        now = self._now()
        moment = self._at(now + timedelta(days=(FRIDAY - now.isoweekday()) % 7), SUMMARY) - timedelta(
            minutes=1
        )
        return self._jump(moment if moment > now else moment + timedelta(days=7))

    def _now(self) -> datetime:
        return self._clock.now().astimezone(self._school.zone)

    def _at(self, day: datetime, at: time) -> datetime:
        return self._school.moment(day.date(), at)

    def _coming(self, at: time) -> datetime:
        now = self._now()
        moment = self._at(now, at)
        return moment if moment > now else self._at(self._school_day_after(now), at)

    @staticmethod
    def _school_day_after(moment: datetime) -> datetime:
        following = moment + timedelta(days=1)
        while following.isoweekday() > FRIDAY:
            following += timedelta(days=1)
        return following

    def _jump(self, moment: datetime) -> str:
        self._clock.jump(moment)
        return self.told()
