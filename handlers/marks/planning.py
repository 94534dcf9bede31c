"""A control work planned for a coming lesson: chosen, warned of where too close to another, taken back."""

from collections.abc import Iterable

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.attendance.screens import title
from handlers.lessons.callbacks import CardCb
from handlers.marks.callbacks import PlanWorkCb, PlanWorksCb, UnplanWorkCb
from handlers.marks.naming import kind_name
from handlers.reply import Reply
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from journal.context import Ctx
from journal.marks import planning
from journal.marks.planning import Planning
from journal.model.painting import PageWork
from locales.texts import Texts
from locales.words import inside

router = Router(name="marks.planning")


@router.callback_query(PlanWorksCb.filter())
async def choose(_: CallbackQuery, callback_data: PlanWorksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_screen(await planning.planning(ctx, callback_data.lesson), ctx, t))


@router.callback_query(PlanWorkCb.filter())
async def plan(_: CallbackQuery, callback_data: PlanWorkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await planning.plan(ctx, asked.lesson, asked.kind, sure=asked.sure)
    await reply.show(_doubt(found, found.doubted, ctx, t) if found.doubted else _screen(found, ctx, t))


@router.callback_query(UnplanWorkCb.filter())
async def unplan(_: CallbackQuery, callback_data: UnplanWorkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await planning.unplan(ctx, callback_data.lesson)
    reply.toast(t("The work is not planned any more."))
    await reply.show(_screen(found, ctx, t))


def _screen(found: Planning, ctx: Ctx, t: Texts) -> Screen:
    lesson, planned = found.lesson, found.planned
    kinds = [
        Button(
            kind_name(kind, ctx.regulation, t),
            PlanWorkCb(lesson=lesson.id, kind=kind).pack(),
            style=Style.GOOD if planned is not None and planned.kind == kind else None,
        )
        for kind in found.kinds
    ]
    drop: Row = ()
    if planned is not None:
        drop = (Button(t("Do not plan it"), UnplanWorkCb(lesson=lesson.id).pack()),)
    return screen(
        bold(title(lesson, ctx, t)),
        t("Planned: {kind}. Families see it among the works ahead.", kind=_kind(planned, ctx, t))
        if planned is not None
        else t("Which work will it be? Families will see it among the works ahead."),
        *_warnings(found, ctx, t),
        rows=(*grid(kinds), drop, (Button(t("To the lesson"), CardCb(lesson=lesson.id).pack()),)),
    )


def _doubt(found: Planning, kind: str, ctx: Ctx, t: Texts) -> Screen:
    lesson = found.lesson.id
    return screen(
        bold(title(found.lesson, ctx, t)),
        *_warnings(found, ctx, t),
        t("Plan it all the same?"),
        rows=(
            (
                Button(
                    t("Plan all the same"),
                    PlanWorkCb(lesson=lesson, kind=kind, sure=True).pack(),
                    style=Style.BAD,
                ),
            ),
            (Button(t("To the lesson"), CardCb(lesson=lesson).pack(), style=Style.MAIN),),
        ),
    )


def _warnings(found: Planning, ctx: Ctx, t: Texts) -> Iterable[str]:
    rules = ctx.regulation.marks
    if found.clashes.same_day:
        yield t(
            "On that day the class has already: {works}. The school's limit a day: {limit}.",
            works=_listed(found.clashes.same_day, ctx, t),
            limit=rules.control_works_per_day,
        )
    if found.clashes.near:
        yield t(
            "Close by in this subject: {works}. The school leaves days between: {days}.",
            works=_listed(found.clashes.near, ctx, t),
            days=rules.control_work_gap_days,
        )


def _listed(works: Iterable[PageWork], ctx: Ctx, t: Texts) -> str:
    return "; ".join(f"{inside(one.subject)}, {_kind(one, ctx, t)}, {t.short_day(one.day)}" for one in works)


def _kind(one: PageWork, ctx: Ctx, t: Texts) -> str:
    return kind_name(one.kind, ctx.regulation, t)
