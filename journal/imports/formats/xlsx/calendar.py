"""Reading the sheets of the calendar."""

from collections import Counter

from journal.imports.formats.records import Record
from journal.imports.formats.xlsx.reader import Reader
from journal.imports.problems import Code
from journal.imports.rows import BellRow, Kind, PeriodRow, YearRow
from journal.imports.sheets import calendar as sheets
from journal.imports.staging import Staging
from journal.model.school import PeriodKind

_KINDS: dict[str, PeriodKind | None] = {sheets.YEAR_WORD: None, **sheets.PERIOD_WORDS}


class PeriodReader(Reader):
    lists = (Kind.PERIOD,)

    def __init__(self, staging: Staging) -> None:
        super().__init__(staging)
        self._numbers: Counter[PeriodKind] = Counter()

    def read(self, record: Record) -> None:
        word = record.text("period_kind", required=True)
        kind = record.choice("period_kind", _KINDS) if word else None
        number = record.whole("number", 1, 12)
        name = record.text("name", limit=60)
        starts_on = record.date("starts_on", required=True)
        ends_on = record.date("ends_on", required=True)
        if not (record.sound and word and starts_on and ends_on):
            return
        if starts_on >= ends_on:
            record.fail(Code.VALUE_OUT_OF_RANGE, "ends_on", value=f"{ends_on:%d.%m.%Y}")
        elif kind is None:
            own = name or f"{starts_on.year}/{ends_on.year}"
            self.staging.add(
                YearRow(
                    key=f"year:{starts_on.year}",
                    place=record.place,
                    name=own,
                    starts_on=starts_on,
                    ends_on=ends_on,
                )
            )
        else:
            self._numbers[kind] = number or self._numbers[kind] + 1
            own_number = self._numbers[kind]
            self.staging.add(
                PeriodRow(
                    key=f"period:{kind}/{own_number}",
                    place=record.place,
                    period_kind=kind,
                    number=own_number,
                    name=name or default_name(kind, own_number),
                    starts_on=starts_on,
                    ends_on=ends_on,
                )
            )


class BellReader(Reader):
    lists = (Kind.BELL,)

    def read(self, record: Record) -> None:
        shift = record.whole("shift", 1, 3) or 1
        slot = record.whole("slot", 0, 15, required=True)
        starts, ends = record.time("starts", required=True), record.time("ends", required=True)
        if not record.sound or slot is None or starts is None or ends is None:
            return
        if starts >= ends:
            record.fail(Code.VALUE_OUT_OF_RANGE, "ends", value=f"{ends:%H:%M}")
            return
        self.staging.add(
            BellRow(
                key=f"bell:{shift}/{slot}",
                place=record.place,
                shift=shift,
                slot=slot,
                starts=starts,
                ends=ends,
            )
        )


def default_name(kind: PeriodKind, number: int) -> str:
    """`2-я четверть`, `1-е полугодие`."""
    word = next(word for word, known in sheets.PERIOD_WORDS.items() if known is kind)
    ending = {PeriodKind.QUARTER: "я", PeriodKind.HALF_YEAR: "е", PeriodKind.SEMESTER: "й"}[kind]
    return f"{number}-{ending} {word}"


READERS: dict[str, type[Reader]] = {sheets.PERIODS.name: PeriodReader, sheets.BELLS.name: BellReader}
