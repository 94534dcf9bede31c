"""Messages told to the other side of a thread, complaints to who decides of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.model.messages import Conversation, Letter, MessageNews, Office, ReportedNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Role
from journal.model.subscriptions import Listener
from notifications.addressing import for_family, for_staff
from notifications.families import Families, families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.events import Waiting
from storage.news import messages
from storage.news.messages import Correspondence

# Whoever has more that is new opens the thread.
MOST_TOLD = 10
_DESK = (Role.DEPUTY_HEAD, Role.DIRECTOR, Role.ADMINISTRATOR)
_DECIDE = (Role.DEPUTY_HEAD, Role.ADMINISTRATOR)


async def expand_messages(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The other side of the thread, unless it has read the message meanwhile."""
    sent = {event.id: (event.payload["conversation_id"], event.payload["message_id"]) for event in events}
    found = await messages.threads(round_.db, {thread for thread, _ in sent.values()}, round_.today)
    letters = await messages.letters_from(round_.db, _firsts(sent.values()))
    read = await messages.read_up_to(round_.db, found)
    families = await families_of(round_, {item.child.student_id for item in found.values()})
    phones = await messages.accounts_of(
        round_.db, {item.conversation.family_id for item in found.values()}, round_.today
    )
    desk = await _accounts(round_, _DESK, {item.conversation.staff_id or 0 for item in found.values()})
    pushes: list[NewPush] = []
    for event in events:
        number, message = sent[event.id]
        payload = {"conversation": number, "message": message}
        item, letter = found.get(number), _letter(letters, number, message)
        if item is None or letter is None or item.conversation.blocked_at is not None:
            continue
        thread = item.conversation
        reached = {person for (one, person), up_to in read.items() if one == number and up_to >= message}
        if letter.from_family:
            concerned = {one for one in desk if _concerns(one, thread)} - reached
            accounts = [account for person in sorted(concerned) for account in desk[person]]
            pushes += _to_staff(round_, event, accounts, payload)
        elif thread.family_id not in reached:
            pushes += _to_family(round_, event, item, families, phones[thread.family_id], payload)
    return pushes


async def expand_reports(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads and administrators hear of a complaint, but who is a side of the thread."""
    found = await messages.threads(
        round_.db, {event.payload["conversation_id"] for event in events}, round_.today
    )
    desk = await _accounts(round_, _DECIDE, set())
    return [
        for_staff(round_, event, Kind.MESSAGES_REPORTED, account, {"conversation": item.conversation.id})
        for event in events
        if (item := found.get(event.payload["conversation_id"])) is not None
        for person, accounts in desk.items()
        if person not in (item.conversation.staff_id, item.conversation.family_id)
        for account in accounts
    ]


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """A thread and what its one side wrote that is not read yet."""

    item: Correspondence
    letters: tuple[Letter, ...]

    @property
    def conversation(self) -> Conversation:
        return self.item.conversation


class MessageTeller:
    """Several messages that waited are one push: it tells all that was not told in the thread before."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], heard: Listeners
    ) -> Mapping[int, MessageFacts]:
        ids = {push.payload["conversation"] for push in pushes}
        found = await messages.threads(round_.db, ids, round_.today)
        read = await messages.read_up_to(round_.db, ids)
        firsts = {
            push.id: _first(push, found[push.payload["conversation"]].conversation, read)
            for push in pushes
            if push.payload["conversation"] in found
        }
        threads = {push.id: push.payload["conversation"] for push in pushes}
        letters = await messages.letters_from(
            round_.db, _firsts((threads[number], first) for number, first in firsts.items())
        )
        return {
            push.id: MessageFacts(found[threads[push.id]], written)
            for push in pushes
            if push.id in firsts
            if found[threads[push.id]].conversation.blocked_at is None
            if (written := _written_to(push, letters[threads[push.id]], firsts[push.id]))
        }

    def say(
        self, push: Push, facts: MessageFacts, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        up_to = told.told.get("up_to", 0) if told is not None else 0
        new = tuple(letter for letter in facts.letters if letter.id > up_to)
        if not new:
            return None
        thread = facts.conversation
        news = MessageNews(
            thread,
            listener.child if listener is not None else facts.item.child,
            facts.item.persons[thread.family_id],
            new,
            facts.item.persons,
            for_staff=listener is None,
        )
        return Saying(News(Kind.MESSAGE, news), told={"up_to": new[-1].id})


class ReportTeller:
    """A complaint that nobody has decided about yet."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], heard: Listeners
    ) -> Mapping[int, Correspondence]:
        found = await messages.threads(
            round_.db, {push.payload["conversation"] for push in pushes}, round_.today
        )
        return {
            push.id: item
            for push in pushes
            if (item := found.get(push.payload["conversation"])) is not None
            if item.conversation.reported
        }

    def say(
        self, push: Push, facts: Correspondence, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        thread = facts.conversation
        staff = facts.persons.get(thread.staff_id or 0)
        news = ReportedNews(thread, facts.child, facts.persons[thread.family_id], staff)
        return Saying(News(Kind.MESSAGES_REPORTED, news))


def _to_family(
    round_: Round,
    event: Waiting,
    item: Correspondence,
    families: Families,
    phones: set[int],
    payload: Mapping[str, int],
) -> list[NewPush]:
    return [
        for_family(round_, event, Kind.MESSAGE, listener, payload, thread=_thread(item.conversation.id))
        for listener in families.of([item.child.student_id])
        if listener.account_id in phones and listener.account_id != event.account_id
    ]


def _to_staff(
    round_: Round, event: Waiting, accounts: Iterable[int], payload: Mapping[str, int]
) -> list[NewPush]:
    thread = _thread(payload["conversation"])
    return [
        for_staff(round_, event, Kind.MESSAGE, account, payload, thread=thread)
        for account in accounts
        if account != event.account_id
    ]


async def _accounts(round_: Round, roles: Sequence[Role], also: set[int]) -> dict[int, list[int]]:
    """The accounts of who holds one of the roles, and of these people, by person."""
    held: set[int] = set(also)
    for role in roles:
        for persons in (await listeners.holders(round_.db, role, round_.today)).values():
            held.update(persons)
    return await listeners.staff(round_.db, held)


def _concerns(person: int, thread: Conversation) -> bool:
    if thread.office is Office.ADMINISTRATION:
        return person != thread.family_id
    return person == thread.staff_id


def _firsts(named: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The earliest message named of each thread."""
    found: dict[int, int] = {}
    for thread, letter in named:
        found[thread] = min(letter, found.get(thread, letter))
    return found


def _letter(letters: Mapping[int, Sequence[Letter]], thread: int, number: int) -> Letter | None:
    return next((letter for letter in letters.get(thread, ()) if letter.id == number), None)


def _first(push: Push, thread: Conversation, read: Mapping[tuple[int, int], int]) -> int:
    """The first message that the push may have to tell: its own, or an earlier one not read yet.

    Of several that waited the newest speaks for all. What one of the administration has read needs no other.
    """
    family = push.student_id is not None
    known = [
        up_to
        for (number, person), up_to in read.items()
        if number == thread.id and (person == thread.family_id) is family
    ]
    own: int = push.payload["message"]
    return min(own, max(known, default=0) + 1)


def _written_to(push: Push, letters: Sequence[Letter], first: int) -> tuple[Letter, ...]:
    """What the other side wrote from that message on."""
    to_school = push.student_id is None
    found = [letter for letter in letters if letter.id >= first and letter.from_family is to_school]
    return tuple(found[-MOST_TOLD:])


def _thread(conversation_id: int) -> str:
    return f"conversation:{conversation_id}"
