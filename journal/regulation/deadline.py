"""When a record is due, said as a regulation says it and reckoned to an instant."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from journal.regulation.notation import NotationError, clock_text, read_clock


class Anchor(StrEnum):
    """What a deadline is counted from."""

    SCHOOL_DATE = "school date"
    LAST_LESSON = "last lesson"
    CHECKING_END = "checking end"
    ORDER_DATE = "order date"
    PERIOD_END = "period end"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A record is in time strictly before `moment(…)`.

    `days` are calendar days after the anchor's date (G7: literal, no weekends skipped), negative before it;
    `at` is the wall-clock time of that day, None its end; `delay` counts from the end of the class's last
    lesson; `latest` cuts the deadline short where it comes earlier (C3).
    """

    anchor: Anchor = Anchor.SCHOOL_DATE
    days: int = 0
    at: time | None = None
    delay: timedelta = timedelta(0)
    latest: "Deadline | None" = None

    NOTATION: ClassVar[str] = (
        "same day [HH:MM] | next day [HH:MM] | N days after work [HH:MM] | N hours after last lesson | "
        "N minutes after last lesson | checking end | order date | period end | N days before period end; "
        "each may add «, at latest …»"
    )

    def moment(
        self,
        school_date: date,
        zone: ZoneInfo,
        *,
        last_lesson_end: datetime | None = None,
        checking_end: date | None = None,
        order_date: date | None = None,
        period_end: date | None = None,
    ) -> datetime:
        """The first instant that is too late, aware UTC.

        `school_date` is the day of the lesson or of the work; the other anchors are wanted only by deadlines
        counted from them (`anchor`, and that of `latest`), an order that is not yet signed falls back on the
        period's end. Raises ValueError where the anchor's fact is missing or `last_lesson_end` is naive.
        """
        if self.anchor is Anchor.LAST_LESSON:
            own = _aware(last_lesson_end).astimezone(UTC) + self.delay
        else:
            facts = {
                Anchor.SCHOOL_DATE: school_date,
                Anchor.CHECKING_END: checking_end,
                Anchor.ORDER_DATE: order_date or period_end,
                Anchor.PERIOD_END: period_end,
            }
            own = self._of_day(facts[self.anchor], zone)
        if self.latest is None:
            return own
        limit = self.latest.moment(
            school_date,
            zone,
            last_lesson_end=last_lesson_end,
            checking_end=checking_end,
            order_date=order_date,
            period_end=period_end,
        )
        return min(own, limit)

    def within_the_day(self) -> Self:
        """This deadline, or the end of the school date where it would run past it."""
        if self.anchor is Anchor.LAST_LESSON or (self.anchor is Anchor.SCHOOL_DATE and self.days <= 0):
            return self
        return type(self)()

    def _of_day(self, day: date | None, zone: ZoneInfo) -> datetime:
        if day is None:
            raise ValueError(f"a deadline counted from the {self.anchor} needs its date")
        day += timedelta(days=self.days)
        if self.at is None:
            day, at = day + timedelta(days=1), time()
        else:
            at = self.at
        return datetime.combine(day, at, zone).astimezone(UTC)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the notation of the TOML files; raises NotationError."""
        head, comma, tail = text.partition(", at latest ")
        own = cls._parse_one(head)
        return replace(own, latest=cls.parse(tail)) if comma else own

    @classmethod
    def _parse_one(cls, text: str) -> Self:
        for pattern, build in _FORMS:
            if match := re.fullmatch(pattern, text.strip()):
                try:
                    return cls(**build(match))
                except NotationError:
                    break
        raise NotationError(cls.NOTATION)

    def __str__(self) -> str:
        """The notation `parse` reads."""
        tail = f", at latest {self.latest}" if self.latest else ""
        return self._own_text() + tail

    def _own_text(self) -> str:
        clock = f" {clock_text(self.at)}" if self.at else ""
        if self.anchor is Anchor.LAST_LESSON:
            minutes = self.delay // timedelta(minutes=1)
            number, unit = (minutes // 60, "hour") if minutes % 60 == 0 else (minutes, "minute")
            return f"{_counted(number, unit)} after last lesson"
        if self.anchor is Anchor.PERIOD_END:
            return f"{_counted(-self.days, 'day')} before period end" if self.days else "period end"
        if self.anchor is not Anchor.SCHOOL_DATE:
            return str(self.anchor)
        named = {0: "same day", 1: "next day"}
        return named.get(self.days, f"{self.days} days after work") + clock


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _aware(moment: datetime | None) -> datetime:
    if moment is None or moment.tzinfo is None:
        raise ValueError("a deadline counted from the last lesson needs its end as an aware datetime")
    return moment


def _at(match: re.Match[str]) -> time | None:
    """The wall-clock time of a match; the last minute of a day means its end."""
    text = match["at"]
    return None if text in (None, "23:59", "24:00") else read_clock(text)


_CLOCK = r"(?: (?P<at>[0-9]{1,2}:[0-9]{2}))?"
_FORMS = (
    (rf"same day{_CLOCK}", lambda m: {"at": _at(m)}),
    (rf"next day{_CLOCK}", lambda m: {"days": 1, "at": _at(m)}),
    (rf"(?P<n>[0-9]{{1,3}}) days? after work{_CLOCK}", lambda m: {"days": int(m["n"]), "at": _at(m)}),
    (
        r"(?P<n>[0-9]{1,2}) hours? after last lesson",
        lambda m: {"anchor": Anchor.LAST_LESSON, "delay": timedelta(hours=int(m["n"]))},
    ),
    (
        r"(?P<n>[0-9]{1,3}) minutes? after last lesson",
        lambda m: {"anchor": Anchor.LAST_LESSON, "delay": timedelta(minutes=int(m["n"]))},
    ),
    (
        r"(?P<n>[0-9]{1,3}) days? before period end",
        lambda m: {"anchor": Anchor.PERIOD_END, "days": -int(m["n"])},
    ),
    (
        r"(?P<anchor>checking end|order date|period end)",
        lambda m: {"anchor": Anchor(m["anchor"])},
    ),
)
