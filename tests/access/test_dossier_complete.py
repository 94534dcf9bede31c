"""The file of what is held on a child leaves nothing out without a reason, and holds what was said."""

import json
from datetime import timedelta

import pytest

from handlers.access.dossier import files
from journal.access import dossier
from journal.model.channels import Channel, Destination, Use
from locales.texts import Texts
from storage.channels import ChannelQueries
from storage.tables import metadata
from storage.tables.messages import conversations, messages
from storage.tables.notices import notice_recipients, notices
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, person_id, student_id

ANYA = student_id("anya")
PEOPLE = {"people", "students", "accounts"}

# What stands in the file, and in which part of it.
EXPORTED = {
    "contacts": "register",
    "students": "register",
    "guardianships": "adults",
    "enrolments": "classes",
    "consents": "consents",
    "bindings": "phones",
    "destinations": "addresses",
    "marks": "marks",
    "results": "results",
    "attendance": "absences",
    "absence_notes": "absence_notes",
    "remarks": "remarks",
    "student_statuses": "statuses",
    "conversations": "messages",
    "messages": "messages",
    "notice_recipients": "notices",
}
STAFF = "of members of staff and their work, not of the child"
MACHINERY = "of the messenger's or the bot's own working, forgotten in time"
UNUSED = "nothing of the bot writes there yet; whoever begins to hands it out too"
OWN_SCREEN = "chosen by the person, and shown where it is chosen"
LEFT_OUT = {
    "control_tasks": STAFF,
    "discussions": STAFF,
    "discussion_replies": STAFF,
    "documents": STAFF,
    "message_phrases": STAFF,
    "office_hours": STAFF,
    "class_events": STAFF,
    "clubs": STAFF,
    "handovers": STAFF,
    "plans": STAFF,
    "role_assignments": STAFF,
    "timetable": STAFF,
    "workload": STAFF,
    "lessons": STAFF,
    "list_flaws": STAFF,
    "notices": "whoever wrote it; what came to the family is in the part «notices»",
    "homework": STAFF,
    "homework_drafts": STAFF,
    "materials": STAFF,
    "remark_phrases": STAFF,
    "works": STAFF,
    "entry_requests": "what a teacher asked the deputy head to open; what came of it is a mark or a lesson",
    "mark_drafts": "a mark that is not given yet",
    "result_drafts": "a mark of a period that is not set yet",
    "contradictions": "found between entries that are in the file themselves, until they are mended",
    "printouts": "a note that the paper with these very data was handed over",
    "attempts": MACHINERY,
    "codes": "secrets of access: only digests are kept",
    "input_states": MACHINERY,
    "outbox": MACHINERY,
    "threads": MACHINERY,
    "refusals": MACHINERY,
    "conversation_members": MACHINERY,
    "access_events": "the protocol of access, signed on paper by the family itself",
    "accounts": OWN_SCREEN,
    "subscriptions": OWN_SCREEN,
    "homework_done": OWN_SCREEN,
    "meeting_answers": OWN_SCREEN,
    "profile_changes": "what came of them is in the register, what waits is on «My data»",
    "tickets": UNUSED,
    "movement": "orders of the school; the classes that came of them are in the part «classes»",
    "portfolio": UNUSED,
}


def about_people() -> set[str]:
    return {
        table.name
        for table in metadata.sorted_tables
        if any(key.column.table.name in PEOPLE for key in table.foreign_keys)
    }


@pytest.mark.requirement("R-143")
def test_every_table_about_people_is_in_the_file_or_left_out_for_a_reason() -> None:
    assert about_people() == EXPORTED.keys() | LEFT_OUT.keys()
    assert not EXPORTED.keys() & LEFT_OUT.keys()


async def content(ctx_of: CtxOf, name: str) -> dict[str, list[dict[str, object]]]:
    ctx = ctx_of(name)
    _, machine = files(await dossier.dossier(ctx, ANYA), ctx, Texts("ru", ctx.regulation.terms))
    return dict(json.loads(machine.content))


async def test_every_part_that_is_promised_is_there(ctx_of: CtxOf) -> None:
    assert set(EXPORTED.values()) <= (await content(ctx_of, "olga")).keys()


@pytest.mark.requirement("R-143")
async def test_messages_of_both_sides_and_sign_offs_are_handed_out_to_whose_they_are(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    now = ctx_of("olga").now
    olga, maria = person_id("olga"), person_id("maria")
    async with store.connection(writing=True) as db:
        when = {"created_at": now, "last_at": now}
        await db.insert(
            conversations, id=1, student_id=ANYA, family_id=olga, staff_id=maria, office="class", **when
        )
        for author, family, text in ((olga, True, "Аня заболела"), (maria, False, "Выздоравливайте")):
            said = {"author_id": author, "from_family": family, "text": text, "sent_at": now}
            await db.insert(messages, conversation_id=1, **said)
        sent = {"status": "sent", "created_at": now, "sent_at": now, "sign_off": True, "kind": "notice"}
        await db.insert(
            notices, id=1, author_id=maria, account_id=maria, text="Собрание", audience={}, **sent
        )
        signed = {"status": "signed", "signed_at": now + timedelta(hours=1)}
        await db.insert(notice_recipients, notice_id=1, person_id=olga, student_id=ANYA, **signed)
        await db.connection.commit()
    hers = await content(ctx_of, "olga")
    assert [(row["author"], row["text"]) for row in hers["messages"]] == [
        ("Иванова Ольга Викторовна", "Аня заболела"),
        ("Белова Мария Ивановна", "Выздоравливайте"),
    ]
    assert [(row["text"], bool(row["signed_at"])) for row in hers["notices"]] == [("Собрание", True)]
    his = await content(ctx_of, "igor")
    assert (his["messages"], his["notices"]) == ([], [])


@pytest.mark.requirement("R-143", "R-096")
async def test_ones_own_address_is_handed_out_and_no_other_adults(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        for who in ("olga", "igor"):
            kept = Destination(Channel.EMAIL, f"{who}@example.org", Use.RESERVE)
            await ChannelQueries(db).keep(person_id(who), kept, ctx_of(who).now)
        await db.connection.commit()
    handed = (await content(ctx_of, "olga"))["addresses"]
    assert [row["address"] for row in handed] == ["olga@example.org"]
