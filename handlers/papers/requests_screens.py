"""Screens of what the office is asked to print: its queue, and the requests of whoever asked."""

from collections.abc import Sequence

from handlers.home.screens import back
from handlers.papers.callbacks import PAPERS, RequestAct, RequestCb
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.context import Ctx
from journal.model.papers import AskedPrint, Paper, RequestState
from locales.texts import Texts


def queue(found: Sequence[AskedPrint], ctx: Ctx, t: Texts) -> Screen:
    """What waits to be printed; each with its file and «done»."""
    lines = [line for one in found for line in ("", *_line(one, ctx, t))]
    return screen(
        bold(t("To be printed: {count}", count=len(found)))
        if found
        else bold(t("Nothing is to be printed.")),
        None if found else t("When a class teacher asks for a letter or printouts, they will stand here."),
        *lines,
        rows=(*(_ways(one, t) for one in found), (Button(t("Papers and reports"), PAPERS), back(t))),
    )


def own(found: Sequence[AskedPrint], ctx: Ctx, t: Texts) -> Screen:
    """What the reader asked for, and what became of it."""
    cancel = [
        Button(
            t("Not needed: no. {number}", number=one.request.id),
            RequestCb(request=one.request.id, act=RequestAct.CANCEL).pack(),
        )
        for one in found
        if one.request.state is RequestState.WAITING
    ]
    return screen(
        bold(t("My requests to print")),
        *(_own(one, ctx, t) for one in found),
        None
        if found
        else t("You have asked for nothing yet: look into a letter or the printouts of the week."),
        rows=(*((button,) for button in cancel), (Button(t("Papers and reports"), PAPERS), back(t))),
    )


def paper(one: AskedPrint, t: Texts, *, named: bool = True) -> str:
    """`письмо родителям, 7Б, Иванова Аня`; without the name where it is not to be shown."""
    kind = {Paper.LETTER: t("letter to parents"), Paper.WEEK: t("printouts of the week")}[one.request.paper]
    whose = one.student.listed if one.student is not None and named else None
    return ", ".join(part for part in (kind, one.unit.name, whose) if part)


def _line(one: AskedPrint, ctx: Ctx, t: Texts) -> list[str]:
    asked = one.request
    at = f"{t.short_day(ctx.school.day(asked.asked_at))}, {t.clock(asked.asked_at, ctx.school.zone)}"
    return [f"№ {asked.id}: {paper(one, t)}", t("asks {who}, {at}", who=asked.asked_by.short, at=at)]


def _own(one: AskedPrint, ctx: Ctx, t: Texts) -> str:
    state = {
        RequestState.WAITING: t("waits"),
        RequestState.DONE: t("printed, may be fetched"),
        RequestState.CANCELLED: t("taken back"),
    }[one.request.state]
    return f"№ {one.request.id}: {paper(one, t)} — {state}"


def _ways(one: AskedPrint, t: Texts) -> Row:
    number = one.request.id
    return (
        Button(t("File no. {number}", number=number), RequestCb(request=number, act=RequestAct.FILE).pack()),
        Button(
            t("Printed: no. {number}", number=number),
            RequestCb(request=number, act=RequestAct.DONE).pack(),
            style=Style.GOOD,
        ),
    )
