"""Screens of the report of a class: the figures, the files, and the parts that go to the families."""

from handlers.diary.screens.parts import period_title
from handlers.home.screens import back
from handlers.messages.callbacks import THREADS
from handlers.papers import reporting
from handlers.papers.callbacks import PapersCb, ReportAct, ReportCb
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.papers.report import ClassReport, Success
from journal.papers.sending import Sending
from locales.texts import Texts


def report(found: ClassReport, ctx: Ctx, t: Texts) -> Screen:
    """The class in figures; the whole table is in the files."""
    failing = [row.results.child for row in found.rows if row.success is Success.FAILING]
    return screen(
        bold(t("{unit}: report, {period}", unit=found.unit.name, period=reporting.title(found, t))),
        italic(
            t(
                "{days}, as of {day}",
                days=t.days(found.span.first, found.span.last),
                day=t.short_day(ctx.today),
            )
        ),
        *reporting.summary(found, t),
        t("Failing: {names}", names=", ".join(f"{one.last_name} {one.first_name}" for one in failing))
        if failing
        else None,
        *(italic(line) for line in reporting.lacking(found, t)),
        rows=(
            (
                Button(t("Print (PDF)"), _to(found, ReportAct.PDF)),
                Button(t("Table (XLSX)"), _to(found, ReportAct.TABLE)),
            ),
            (Button(t("Send to the families"), _to(found, ReportAct.PREVIEW), style=Style.MAIN),)
            if ctx.actor.heads(found.unit.id)
            else (),
            *_periods(found, t),
            (Button(t("All papers"), PapersCb(unit=found.unit.id).pack()), back(t)),
        ),
    )


def file(found: ClassReport, content: bytes, ending: str, t: Texts) -> Screen:
    name = t("report {unit}", unit=found.unit.name)
    return screen(
        bold(t("{unit}: report, {period}", unit=found.unit.name, period=reporting.title(found, t))),
        *(italic(line) for line in reporting.lacking(found, t)),
        file=File(f"{name}.{ending}", content),
    )


def preview(found: Sending, number: int, ctx: Ctx, t: Texts) -> Screen:
    """What one family gets; further ones are a tap away."""
    report, reached = found.report, found.reached
    number = number % len(reached) if reached else 0
    return screen(
        bold(t("{unit}: report to the families", unit=report.unit.name)),
        t("As the family reads it: {student}", student=_listed(found, number)) if reached else None,
        quote(reporting.part(reached[number][0], report, t))
        if reached
        else t("Nobody gets it: no family has connected the diary."),
        t("People who get it: {count}", count=sum(len(readers) for _, readers in reached)),
        _unconnected(found, t),
        _sent(found, ctx, t),
        rows=(*_ways(found, number, t), (Button(t("The report"), _to(report, ReportAct.SHOW)), back(t))),
    )


def sent(found: Sending, count: int, t: Texts) -> Screen:
    preview_ = Button(t("How many have read it"), _to(found.report, ReportAct.PREVIEW))
    return screen(
        t("Sent. People who get it: {count}. Their answers come to your messages.", count=count),
        rows=((preview_,), (Button(t("Messages"), THREADS), back(t))),
    )


def _ways(found: Sending, number: int, t: Texts) -> list[Row]:
    rows: list[Row] = []
    if found.reached and found.again:
        send = _to(found.report, ReportAct.SEND, found.mark)
        rows.append((Button(t("Send to everybody"), send, style=Style.MAIN),))
    if len(found.reached) > 1:
        rows.append((Button(t("Another family ›"), _to(found.report, ReportAct.PREVIEW, number + 1)),))
    return rows


def _sent(found: Sending, ctx: Ctx, t: Texts) -> str | None:
    if found.sent is None:
        return None
    at, count, read = found.sent
    day = t.short_day(ctx.school.day(at))
    return t("Sent on {day} to {count}, read by {read}.", day=day, count=count, read=read)


def _unconnected(found: Sending, t: Texts) -> str | None:
    without = [
        f"{one.child.last_name} {one.child.first_name}" for one, readers in found.families if not readers
    ]
    return t("Not connected: {names}", names=", ".join(without)) if without else None


def _listed(found: Sending, number: int) -> str:
    child = found.reached[number][0].child
    return f"{child.last_name} {child.first_name}"


def _periods(found: ClassReport, t: Texts) -> tuple[Row, ...]:
    others = [one for one in found.periods if one.id != found.period.id]
    return grid(
        Button(period_title(one, t), ReportCb(unit=found.unit.id, period=one.id).pack()) for one in others
    )


def _to(found: ClassReport, act: ReportAct, of: int = 0) -> str:
    return ReportCb(unit=found.unit.id, period=found.period.id, act=act, of=of).pack()
