"""Settings: how news comes, by the family's own hand."""

from dataclasses import replace
from datetime import time

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import pushes
from handlers.errors import text_wanted
from handlers.filters import Awaiting, first_of_album
from handlers.home.router import first_screen
from handlers.reply import Reply
from handlers.settings import reasons, screens
from handlers.settings.callbacks import (
    ChildCb,
    DigestCb,
    HoursCb,
    LanguageCb,
    LargeCb,
    ModeCb,
    OpenPushCb,
    Page,
    PresetCb,
    PrivacyCb,
    ProtectCb,
    QuietCb,
    SettingsCb,
    TopicCb,
    WeekdayCb,
    WhyCb,
    WhyTopicCb,
)
from journal import subscriptions
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.subscriptions import Settings
from locales.texts import Texts
from notifications.house import House
from notifications.reopening import reopen

router = Router(name="settings")


@router.message(Command("settings"))
async def settings(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.settings(await subscriptions.read(ctx), ctx, t))


@router.callback_query(SettingsCb.filter())
async def page(_: CallbackQuery, callback_data: SettingsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.read(ctx)
    await reply.show(screens.page(callback_data.page, found, ctx, t))


@router.callback_query(ChildCb.filter())
async def child(_: CallbackQuery, callback_data: ChildCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = (await subscriptions.read(ctx)).of(callback_data.student)
    await reply.show(screens.child(one, t))


@router.callback_query(TopicCb.filter())
async def topic(_: CallbackQuery, callback_data: TopicCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = (await subscriptions.read(ctx)).of(callback_data.student)
    await reply.show(screens.topic(one, callback_data.topic, t))


@router.callback_query(ModeCb.filter())
async def choose(_: CallbackQuery, callback_data: ModeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await subscriptions.choose(ctx, asked.student, asked.topic, asked.mode)
    reply.toast(t("Saved."))
    await reply.show(screens.topic(found.of(asked.student), asked.topic, t))


@router.callback_query(PresetCb.filter())
async def preset(_: CallbackQuery, callback_data: PresetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.choose_preset(ctx, callback_data.student, callback_data.preset)
    reply.toast(t("Saved."))
    alone = len(found.subscriptions) == 1
    one = found.of(callback_data.student)
    await reply.show(screens.settings(found, ctx, t) if alone else screens.child(one, t))


@router.callback_query(HoursCb.filter())
async def ask_hours(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await subscriptions.ask_hours(ctx)
    await reply.show(screens.ask_hours(t))


@router.message(Awaiting(subscriptions.HOURS), F.text)
async def type_hours(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.type_hours(ctx, message.text or "")
    await reply.send(screens.page(Page.QUIET, found, ctx, t))


@router.message(Awaiting(subscriptions.HOURS), ~F.text, first_of_album)
async def no_hours(_: Message, t: Texts, reply: Reply) -> None:
    await reply.send(screens.ask_hours(t, text_wanted(t)))


@router.callback_query(QuietCb.filter())
async def quiet(_: CallbackQuery, callback_data: QuietCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    start, end = callback_data.start, callback_data.end
    hours = (None, None) if start < 0 or end < 0 else (time(start), time(end))
    await _show(Page.QUIET, await subscriptions.set_quiet_hours(ctx, *hours), ctx, t, reply)


@router.callback_query(WeekdayCb.filter())
async def weekday(_: CallbackQuery, callback_data: WeekdayCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.set_weekly_day(ctx, callback_data.day or None)
    await _show(Page.WEEKDAY, found, ctx, t, reply)


@router.callback_query(DigestCb.filter())
async def digest(_: CallbackQuery, callback_data: DigestCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.set_digest_hour(ctx, time(callback_data.hour))
    await _show(Page.DIGEST, found, ctx, t, reply)


@router.callback_query(PrivacyCb.filter())
async def privacy(_: CallbackQuery, callback_data: PrivacyCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.set_privacy(ctx, callback_data.privacy)
    await _show(Page.PRIVACY, found, ctx, t, reply)


@router.callback_query(ProtectCb.filter())
async def protect(_: CallbackQuery, callback_data: ProtectCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.set_protection(ctx, protect=callback_data.protect)
    await _show(Page.PRIVACY, found, ctx, t, reply)


@router.callback_query(LargeCb.filter())
async def large(_: CallbackQuery, callback_data: LargeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await subscriptions.set_large(ctx, large=callback_data.large)
    changed = ctx.as_actor(replace(ctx.actor, large=callback_data.large))
    said = Texts(t.locale, ctx.regulation.terms, large=changed.actor.reads_large)
    reply.show_large(said)
    await _show(Page.ALL, found, changed, said, reply)
    if said.large:
        await reply.send(await first_screen(changed, said))


@router.callback_query(LanguageCb.filter())
async def language(_: CallbackQuery, callback_data: LanguageCb, ctx: Ctx, reply: Reply) -> None:
    found = await subscriptions.set_locale(ctx, callback_data.locale)
    chosen = Texts(found.delivery.locale, ctx.regulation.terms, large=ctx.actor.reads_large)
    reply.became_another()
    await _show(Page.LANGUAGE, found, ctx, chosen, reply)


@router.callback_query(WhyCb.filter())
async def why(_: CallbackQuery, callback_data: WhyCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = (await subscriptions.read(ctx)).find(callback_data.student)
    # The push itself stays as it is.
    await reply.send(reasons.why(callback_data.kind, one, ctx.regulation, t))


@router.callback_query(WhyTopicCb.filter())
async def why_topic(_: CallbackQuery, callback_data: WhyTopicCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = (await subscriptions.read(ctx)).of(callback_data.student)
    shown = reasons.by_topic(callback_data.topic, one, t)
    if shown is None:
        raise NotFoundError(kind="topic")
    await reply.send(shown)


@router.callback_query(OpenPushCb.filter())
async def open_push(
    _: CallbackQuery, callback_data: OpenPushCb, ctx: Ctx, house: House, reply: Reply
) -> None:
    parcel = await reopen(house, ctx.actor.account_id, callback_data.push)
    if parcel is None:
        raise NotFoundError(kind="push")
    await reply.show(pushes.opened(parcel, ctx.school, ctx.regulation))


async def _show(which: Page, found: Settings, ctx: Ctx, t: Texts, reply: Reply) -> None:
    reply.toast(t("Saved."))
    await reply.show(screens.page(which, found, ctx, t))
