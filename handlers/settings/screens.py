"""Screens of the settings: everything as it stands, one tap to any of it, one more to change it."""

from collections.abc import Iterable
from datetime import time

from handlers.access.callbacks import OwnAccessCb
from handlers.channels.buttons import channel_rows
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from handlers.settings import preview
from handlers.settings.callbacks import (
    SETTINGS,
    ChildCb,
    DigestCb,
    HoursCb,
    LanguageCb,
    LargeCb,
    ModeCb,
    Page,
    PresetCb,
    PrivacyCb,
    ProtectCb,
    QuietCb,
    SettingsCb,
    TopicCb,
    WeekdayCb,
)
from handlers.settings.words import (
    hours,
    preset_name,
    preset_said,
    privacy_name,
    quiet_name,
    topic_mode,
    topic_name,
    weekday_name,
)
from journal.context import Ctx
from journal.model.access import Privacy
from journal.model.subscriptions import CHOICES, Preset, Subscription, Topic
from journal.regulation import Regulation
from journal.subscriptions import Settings
from locales.texts import Texts
from notifications.audience import quiet_hours

LANGUAGES = {"ru": "Русский", "en": "English"}
DIGEST_HOURS = (15, 16, 17, 18, 19, 20, 21, 22)
QUIET_HOURS = ((20, 7), (21, 7), (22, 7), (23, 8))


def settings(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    """The whole of it; a single child's topics stand here at once."""
    said: str | None = t("Choose what comes at once, what in one card, and what not at all.")
    rows: list[Row] = []
    if len(found.subscriptions) == 1:
        one = found.subscriptions[0]
        rows += [*_presets(one, t), *_topics(one, t)]
        said = preset_said(one, t)
    else:
        rows += [
            (Button(one.child.first_name, ChildCb(student=one.child.student_id).pack()),)
            for one in found.subscriptions
        ]
    if found.subscriptions and found.delivery.large:
        rows.insert(0, (Button(t("The usual view"), LargeCb(large=False).pack()),))
    return screen(
        bold(t("Settings")),
        said if found.subscriptions else None,
        rows=(
            *rows,
            *channel_rows(found, ctx, t),
            *_common(found, ctx.regulation, t),
            (Button(t("Home"), HOME),),
        ),
    )


def child(one: Subscription, t: Texts) -> Screen:
    """How the news of one child comes."""
    return screen(
        bold(t("{child}: what comes and how", child=one.child.first_name)),
        preset_said(one, t),
        rows=(*_presets(one, t), *_topics(one, t), _back(t)),
    )


def topic(one: Subscription, chosen: Topic, t: Texts, *, notice: str | None = None) -> Screen:
    """The ways in which news of one topic may come; the present one is marked."""
    buttons = [
        _choice(
            topic_mode(chosen, mode, t),
            ModeCb(student=one.child.student_id, topic=chosen, mode=mode).pack(),
            chosen=one.mode(chosen) is mode,
        )
        for mode in CHOICES[chosen]
    ]
    return screen(
        notice,
        bold(f"{one.child.first_name}: {topic_name(chosen, t)}"),
        t("Now: {mode}.", mode=topic_mode(chosen, one.mode(chosen), t)),
        t("A child who was at school and is not any more is always heard of.")
        if chosen is Topic.ABSENCES
        else None,
        rows=(
            *((button,) for button in buttons),
            (Button(t("All settings"), ChildCb(student=one.child.student_id).pack()),),
        ),
    )


def page(which: Page, found: Settings, ctx: Ctx, t: Texts) -> Screen:
    """One of the settings that are the same for all children."""
    made = {
        Page.ALL: settings,
        Page.QUIET: _quiet,
        Page.WEEKDAY: _weekday,
        Page.DIGEST: _digest,
        Page.PRIVACY: _privacy,
        Page.LANGUAGE: _language,
    }[which]
    return made(found, ctx, t)


def _quiet(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    customary, mine = ctx.regulation.delivery.quiet_hours, found.delivery
    now = (mine.quiet_from, mine.quiet_to)
    as_school = t("As at school: {hours}", hours=hours(customary.start, customary.end, t))
    same = (customary.start, customary.end)
    buttons = [_choice(as_school, QuietCb(start=-1, end=-1).pack(), chosen=now in ((None, None), same))]
    buttons += [
        _choice(
            hours(time(start), time(end), t),
            QuietCb(start=start, end=end).pack(),
            chosen=now == (time(start), time(end)),
        )
        for start, end in QUIET_HOURS
        if (time(start), time(end)) != same
    ]
    never = mine.quiet_from is not None and mine.quiet_from == mine.quiet_to
    buttons.append(_choice(t("none"), QuietCb(start=0, end=0).pack(), chosen=never))
    buttons.append(_own_hours(now, t))
    return screen(
        bold(t("Quiet hours")),
        t("News waits until they are over. Absences of the day and notes about a missing child do not wait."),
        rows=(*((button,) for button in buttons), _back(t)),
    )


def _own_hours(now: tuple[time | None, time | None], t: Texts) -> Button:
    """Hours of one's own choice, typed; where they were, they stand here."""
    start, end = now
    offered = {(time(start), time(end)) for start, end in QUIET_HOURS}
    if start is None or end is None or start == end or (start, end) in offered:
        return Button(t("My own hours…"), HoursCb().pack())
    return _choice(t("My own: {hours}", hours=hours(start, end, t)), HoursCb().pack(), chosen=True)


def ask_hours(t: Texts, notice: str | None = None) -> Screen:
    """The question for quiet hours of one's own."""
    return screen(
        notice,
        bold(t("Quiet hours")),
        t("Write from when until when, for example: 22:30–6:45."),
        rows=((Button(t("Back"), SettingsCb(page=Page.QUIET).pack()), Button(t("Home"), HOME)),),
    )


def _weekday(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    customary = ctx.regulation.delivery.weekly_summary.weekday + 1
    as_school = t("As at school: {day}", day=weekday_name(customary, t))
    buttons = [
        _choice(as_school, WeekdayCb(day=0).pack(), chosen=found.delivery.weekly_day is None),
        *(
            _choice(weekday_name(day, t), WeekdayCb(day=day).pack(), chosen=found.delivery.weekly_day == day)
            for day in range(1, 8)
        ),
    ]
    return screen(
        bold(t("Day of the weekly summary")),
        rows=(buttons[:1], *grid(buttons[1:]), _back(t)),
    )


def _digest(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    at = found.delivery.digest_at
    buttons = [
        _choice(t.clock(time(hour)), DigestCb(hour=hour).pack(), chosen=at == time(hour))
        for hour in DIGEST_HOURS
    ]
    quiet = quiet_hours(found.delivery, ctx.regulation.delivery.quiet_hours)
    return screen(
        bold(t("Hour of the evening card")),
        t("For everything that comes “in one card in the evening”."),
        t("That is within your quiet hours: the card will come at {time}.", time=t.clock(quiet.end))
        if quiet is not None and at in quiet
        else None,
        rows=(*grid(buttons, 4), _back(t)),
    )


def _privacy(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    buttons = [
        _choice(
            privacy_name(privacy, t),
            PrivacyCb(privacy=privacy).pack(),
            chosen=found.delivery.privacy is privacy,
        )
        for privacy in Privacy
    ]
    return screen(
        bold(t("What a locked phone shows")),
        *preview.lines(found, ctx, t),
        rows=(
            *((button,) for button in buttons),
            (
                _switch(
                    t("Forbid forwarding"),
                    ProtectCb(protect=not found.delivery.protect).pack(),
                    on=found.delivery.protect,
                    t=t,
                ),
            ),
            _back(t),
        ),
    )


def _language(found: Settings, ctx: Ctx, t: Texts) -> Screen:
    buttons = [
        _choice(name, LanguageCb(locale=locale).pack(), chosen=found.delivery.locale == locale)
        for locale, name in LANGUAGES.items()
    ]
    return screen(bold(t("Language")), rows=(buttons, _back(t)))


def _presets(one: Subscription, t: Texts) -> tuple[Row, ...]:
    """Everything about a child in one tap; the one that holds is marked."""
    return grid(
        _choice(
            preset_name(preset, t),
            PresetCb(student=one.child.student_id, preset=preset).pack(),
            chosen=one.preset is preset,
        )
        for preset in Preset
    )


def _topics(one: Subscription, t: Texts) -> list[Row]:
    return [
        (
            Button(
                f"{topic_name(topic, t)}: {topic_mode(topic, one.mode(topic), t)}",
                TopicCb(student=one.child.student_id, topic=topic).pack(),
            ),
        )
        for topic in one.topics
    ]


def _common(found: Settings, regulation: Regulation, t: Texts) -> Iterable[Row]:
    delivery = found.delivery
    weekday = delivery.weekly_day or regulation.delivery.weekly_summary.weekday + 1
    quiet = quiet_name(delivery, regulation.delivery.quiet_hours, t)

    def to(label: str, page: Page) -> Button:
        return Button(label, SettingsCb(page=page).pack())

    if found.subscriptions:
        yield (to(t("Quiet hours: {hours}", hours=quiet), Page.QUIET),)
        yield (to(t("Evening card: {time}", time=t.clock(delivery.digest_at)), Page.DIGEST),)
        yield (to(t("Day of the summary: {day}", day=weekday_name(weekday, t)), Page.WEEKDAY),)
    yield (to(t("Locked phone: {shows}", shows=privacy_name(delivery.privacy, t)), Page.PRIVACY),)
    language = to(t("Language: {name}", name=LANGUAGES.get(delivery.locale, delivery.locale)), Page.LANGUAGE)
    if not found.subscriptions or delivery.large:
        yield (language,)
    else:
        large = LargeCb(large=True).pack()
        yield (language, _switch(t("Large and simple"), large, on=False, t=t))
    yield (Button(t("Access and consents"), OwnAccessCb().pack()),)


def _choice(label: str, data: str, *, chosen: bool) -> Button:
    return Button(f"✓ {label}" if chosen else label, data, style=Style.MAIN if chosen else None)


def _switch(label: str, data: str, *, on: bool, t: Texts) -> Button:
    return Button(t("{setting}: yes", setting=label) if on else t("{setting}: no", setting=label), data)


def _back(t: Texts) -> Row:
    return (Button(t("All settings"), SETTINGS), Button(t("Home"), HOME))
