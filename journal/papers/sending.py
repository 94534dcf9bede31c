"""The report to the families: each gets the part of its own child as a letter (S0 §4.2-CT3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from journal import gate
from journal.context import Ctx
from journal.errors import RefusedError, StaleError
from journal.messages import door
from journal.messages.sending import checked
from journal.messages.to_family import adults_of, post_to_adults
from journal.model.messages import About, Context
from journal.model.papers import ChildResults
from journal.model.people import Person
from journal.papers.report import ClassReport, report_of
from journal.ports import Work

# A second report of the same class so soon is a second press.
PAUSE = timedelta(hours=12)
YEAR = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Sending:
    """What would go to whom: each child's part with the adults who read it."""

    report: ClassReport
    families: tuple[tuple[ChildResults, tuple[Person, ...]], ...]
    # Tells this very report from another: only what was shown is sent.
    mark: int
    # When it last went, to how many people, how many of them have read it.
    sent: tuple[datetime, int, int] | None = None
    again: bool = True

    @property
    def reached(self) -> tuple[tuple[ChildResults, tuple[Person, ...]], ...]:
        return tuple((one, readers) for one, readers in self.families if readers)


async def preview(ctx: Ctx, unit_id: int, period_id: int) -> Sending:
    """Whom the report would reach; for the class teacher."""
    async with ctx.reading() as work:
        return await _sending(work, unit_id, period_id)


async def send(ctx: Ctx, unit_id: int, period_id: int, mark: int, texts: Mapping[int, str]) -> int:
    """Send each family its own of the `texts`, by student; how many people it goes to.

    Raises `StaleError("report_changed")` where it is another report by now, `RefusedError("report_sent")` for
    a second time on one day.
    """
    async with ctx.writing() as work:
        await work.serialise("report", unit_id)
        found = await _sending(work, unit_id, period_id)
        if found.mark != mark:
            raise StaleError("report_changed")
        if not found.again:
            raise RefusedError("report_sent")
        report = found.report
        context = Context(About.REPORT, unit_id, report.period.name, report.span.last)
        count = 0
        for one, readers in found.reached:
            text = checked(texts[one.child.student_id], ())
            count += await post_to_adults(work, one.child, readers, text, context)
        work.audit("papers.report", "unit", unit_id, unit_id=unit_id, after={"people": count})
        await work.commit()
        return count


async def _sending(work: Work, unit_id: int, period_id: int) -> Sending:
    report = await report_of(work, unit_id, period_id)
    await gate.headed(work, unit_id, door.MAY)
    ids = [row.results.child.student_id for row in report.rows]
    readers = await work.messages.readers(ids, work.today)
    sent = await work.messages.circulars(gate.author(work), About.REPORT, unit_id, work.now - YEAR)
    return Sending(
        report,
        tuple(
            (row.results, tuple(adults_of(work, student, readers[student])))
            for row in report.rows
            for student in [row.results.child.student_id]
        ),
        crc32(repr((unit_id, report.period.id, report.span, [row.results for row in report.rows])).encode()),
        sent,
        sent is None or work.now - sent[0] >= PAUSE,
    )
