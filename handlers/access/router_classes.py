"""A class's access: codes for its families, who is connected, paper, revocation, the protocol."""

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access import printing
from handlers.access.callbacks import (
    AccessCb,
    AddAdultCb,
    ChooseCapacityCb,
    ClassAccessCb,
    ClassCodesCb,
    DataPapersCb,
    ExtendCb,
    GuardianCodeCb,
    PaperCb,
    ProtocolCb,
    RevokeCb,
    RevokeReasonCb,
    StudentAccessCb,
    StudentCodeCb,
)
from handlers.access.screens import classes as screens
from handlers.access.screens import ending as ending_screens
from handlers.filters import Awaiting
from handlers.reply import Reply
from handlers.screen import Screen
from journal.access import (
    adults,
    asking,
    authority,
    ending,
    issue,
    opening,
    overview,
    papers,
    profile,
    protocol,
)
from journal.access.ending import EndReason
from journal.access.issue import Issued
from journal.context import Ctx
from journal.model.access import Awaited
from journal.model.people import Capacity
from locales.texts import Texts

router = Router(name="access.classes")


@router.message(Command("access"))
@router.callback_query(AccessCb.filter())
async def classes(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    units = await overview.headed_classes(ctx)
    if len(units) == 1:
        await reply.show(await _class(ctx, units[0].id, t))
    else:
        await reply.show(screens.classes(units, t))


@router.callback_query(ClassAccessCb.filter())
async def one_class(_: CallbackQuery, callback_data: ClassAccessCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _class(ctx, callback_data.unit, t))


async def _class(ctx: Ctx, unit_id: int, t: Texts) -> Screen:
    unit, students = await overview.class_access(ctx, unit_id)
    _, changes = await profile.waiting(ctx, unit_id)
    several = len(ctx.actor.headed_units) != 1
    return screens.class_access(unit, students, t, several=several, changes=len(changes))


@router.callback_query(StudentAccessCb.filter())
async def one_student(
    _: CallbackQuery, callback_data: StudentAccessCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(await _student(ctx, callback_data.student, t))


async def _student(ctx: Ctx, student_id: int, t: Texts) -> Screen:
    return screens.student_access(await overview.student_access(ctx, student_id), ctx.school, t)


@router.callback_query(AddAdultCb.filter())
async def ask_adult(_: CallbackQuery, callback_data: AddAdultCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await overview.student_access(ctx, callback_data.student)
    await asking.ask_adult(ctx, callback_data.student)
    await reply.show(screens.ask_adult(callback_data.student, t))


@router.message(Awaiting(asking.ADULT), F.text)
async def adult(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    student, _ = asking.whose(awaited)
    added = await adults.add_adult(ctx, student, message.text or "")
    guardian = await overview.guardian_access(ctx, student, added)
    await reply.send(screens.choose_capacity(student, guardian, t))


@router.callback_query(ChooseCapacityCb.filter())
async def choose_capacity(
    _: CallbackQuery, callback_data: ChooseCapacityCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    guardian = await overview.guardian_access(ctx, callback_data.student, callback_data.guardian)
    await reply.show(screens.choose_capacity(callback_data.student, guardian, t))


@router.callback_query(GuardianCodeCb.filter(F.capacity == Capacity.REPRESENTATIVE))
async def ask_document_end(
    _: CallbackQuery, callback_data: GuardianCodeCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    asked = callback_data
    guardian = await overview.guardian_access(ctx, asked.student, asked.guardian)
    await asking.ask_document_end(ctx, asked.student, asked.guardian)
    await reply.show(screens.ask_document_end(guardian.person, asked.student, t))


@router.message(Awaiting(asking.DOCUMENT_END), F.text)
async def document_end(
    message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply, bot: Bot
) -> None:
    student, guardian, day = asking.document_end(awaited, message.text or "", ctx.today)
    issued = await issue.issue_guardian_code(ctx, student, guardian, Capacity.REPRESENTATIVE, day)
    await asking.answered(ctx)
    await reply.send(await _one_code(ctx, issued, bot, t))


@router.callback_query(ExtendCb.filter())
async def ask_extension(_: CallbackQuery, callback_data: ExtendCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    guardian = await overview.guardian_access(ctx, asked.student, asked.guardian)
    await asking.ask_extension(ctx, asked.student, asked.guardian)
    await reply.show(screens.ask_document_end(guardian.person, asked.student, t))


@router.message(Awaiting(asking.EXTENSION), F.text)
async def extension(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    student, guardian, day = asking.document_end(awaited, message.text or "", ctx.today)
    await authority.extend(ctx, student, guardian, day)
    await reply.send(await _student(ctx, student, t))


@router.callback_query(GuardianCodeCb.filter())
async def guardian_code(
    _: CallbackQuery, callback_data: GuardianCodeCb, ctx: Ctx, t: Texts, reply: Reply, bot: Bot
) -> None:
    asked = callback_data
    issued = await issue.issue_guardian_code(ctx, asked.student, asked.guardian, asked.capacity)
    await reply.show(await _one_code(ctx, issued, bot, t))


@router.callback_query(StudentCodeCb.filter())
async def student_code(
    _: CallbackQuery, callback_data: StudentCodeCb, ctx: Ctx, t: Texts, reply: Reply, bot: Bot
) -> None:
    issued = await issue.issue_student_code(ctx, callback_data.student)
    await reply.show(await _one_code(ctx, issued, bot, t))


async def _one_code(ctx: Ctx, issued: Issued, bot: Bot, t: Texts) -> Screen:
    name = await printing.bot_name(bot)
    return screens.one_code(issued, name, ctx.school, t, await printing.slips(ctx, [issued], name, t))


@router.callback_query(ClassCodesCb.filter(~F.confirmed))
async def confirm_class_codes(
    _: CallbackQuery, callback_data: ClassCodesCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    unit, count = await issue.class_codes_wanted(ctx, callback_data.unit, callback_data.kind)
    await reply.show(screens.confirm_class_codes(unit, callback_data.kind, count, t))


@router.callback_query(ClassCodesCb.filter())
async def class_codes(
    _: CallbackQuery, callback_data: ClassCodesCb, ctx: Ctx, t: Texts, reply: Reply, bot: Bot
) -> None:
    unit, issued = await issue.issue_class_codes(ctx, callback_data.unit, callback_data.kind)
    made = await printing.slips(ctx, issued, await printing.bot_name(bot), t)
    await reply.send(screens.class_codes(issued, unit, ctx.school, t, made))
    await reply.show(await _class(ctx, unit.id, t))


@router.callback_query(ProtocolCb.filter())
async def class_protocol(
    _: CallbackQuery, callback_data: ProtocolCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    unit, issues = await protocol.class_protocol(ctx, callback_data.unit)
    await reply.send(screens.protocol(unit.name, await printing.protocol(ctx, unit.name, issues, t), t))


@router.callback_query(DataPapersCb.filter())
async def data_papers(
    _: CallbackQuery, callback_data: DataPapersCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await papers.papers(ctx, callback_data.unit)
    await reply.send(screens.data_papers(found.unit, await printing.data_papers(ctx, found, t), t))


@router.callback_query(PaperCb.filter())
async def paper_received(_: CallbackQuery, callback_data: PaperCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    person, child = await opening.receive_paper(ctx, callback_data.code)
    reply.toast(t("The diary is open: {name}.", name=person.formal))
    await reply.show(await _student(ctx, child.student_id, t))


@router.callback_query(RevokeCb.filter())
async def ask_reason(_: CallbackQuery, callback_data: RevokeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = await overview.person_access(ctx, callback_data.student, callback_data.person)
    await reply.show(ending_screens.ask_reason(one.person, callback_data.student, t))


@router.callback_query(RevokeReasonCb.filter(F.reason == EndReason.OTHER))
async def ask_other_reason(
    _: CallbackQuery, callback_data: RevokeReasonCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await asking.ask_reason(ctx, callback_data.student, callback_data.person)
    await reply.show(ending_screens.ask_other_reason(callback_data.student, t))


@router.callback_query(RevokeReasonCb.filter())
async def revoke(_: CallbackQuery, callback_data: RevokeReasonCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await ending.revoke(ctx, asked.student, asked.person, asked.reason)
    reply.toast(t("Disconnected."))
    await reply.show(await _student(ctx, asked.student, t))


@router.message(Awaiting(asking.REASON), F.text)
async def other_reason(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    student, person = asking.whose(awaited)
    await ending.revoke(ctx, student, person, message.text or "")
    await asking.answered(ctx)
    await reply.send(await _student(ctx, student, t))
