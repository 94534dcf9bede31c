"""The last look before a message leaves: is it still wanted, does it still stand, what is to be said?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journal.model.access import BindingKind
from journal.model.channels import Channel
from journal.model.outbox import Grouping, Push, PushState, Told
from journal.model.subscriptions import Listener, Mode
from notifications.areas import AGAIN, TELLERS
from notifications.audience import quiet_hours
from notifications.families import families_of
from notifications.house import Round
from notifications.kinds import RULES
from notifications.standing import may_hear
from notifications.telling import Saying
from notifications.timing import awake
from storage import outbox, threads
from storage.news.recipients import Address, addresses
from storage.news.standing import Standing, standings
from storage.outbox import Settlement


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of a batch of claimed pushes, loaded in a constant number of statements."""

    round_: Round
    addresses: Mapping[int, Address]
    standings: Mapping[int, Standing]
    listeners: Mapping[tuple[int, int], Listener]
    told: Mapping[tuple[int, str], Told]
    facts: Mapping[int, Any]
    # What else the messages told that are now put right, by account and message.
    companions: Mapping[tuple[int, int], Sequence[Push]]

    def look(self, push: Push) -> Saying | Settlement:
        """What to say, or why there is nothing (or not now)."""
        if push.expires_at <= self.round_.now:
            return Settlement(push.id, PushState.EXPIRED, error="too late")
        if push.account_id not in self.addresses:
            return _skipped(push, "account closed")
        listener = self._listener(push)
        if push.student_id is not None and listener is None:
            return _skipped(push, "not bound")
        topic = RULES[push.kind].topic
        if listener is not None and topic is not None and not listener.mode(topic).pushes:
            return _skipped(push, "not subscribed")
        if push.id not in self.facts:
            return _skipped(push, "no longer stands")
        if not self._concerns(push):
            return _skipped(push, "no longer theirs")
        if (wait := self._night(push, listener)) is not None:
            return wait
        new = TELLERS[push.kind].say(push, self.facts[push.id], self.was_told(push), listener)
        saying = new or self._as_it_is(push)
        if saying is None:
            return _skipped(push, "told already")
        # Only the messenger edits; a letter that puts another right is heard by itself.
        if saying.echo and push.channel is not Channel.TELEGRAM:
            return _skipped(push, "heard by itself")
        return saying

    def was_told(self, push: Push) -> Told | None:
        return None if push.thread is None else self.told.get((push.account_id, push.thread))

    def child_of(self, push: Push) -> int | None:
        """The child whose guardian the account hears this as; None for staff and for students themselves."""
        listener = self._listener(push)
        guardian = listener is not None and listener.kind is BindingKind.GUARDIAN
        return push.student_id if guardian else None

    def silent(self, push: Push, saying: Saying) -> bool:
        """Whether the phone stays quiet."""
        listener, topic = self._listener(push), saying.topic or RULES[push.kind].topic
        if saying.loud or saying.quiet:
            return saying.quiet
        return listener is not None and topic is not None and listener.mode(topic) is Mode.SILENT

    def retell(self, push: Push) -> Saying | None:
        """A push that was told before, as it reads now; None once it is not the account's to know."""
        if push.id not in self.facts or not self._concerns(push):
            return None
        facts, listener = self.facts[push.id], self._listener(push)
        if (again := AGAIN.get(push.kind)) is not None:
            return again(push, facts, self.was_told(push), listener)
        return TELLERS[push.kind].say(push, facts, None, listener)

    def reread(self, push: Push) -> Saying | None:
        """A push whose message its owner opens: where its news was taken back, that it was."""
        said = self.retell(push)
        if said is None and push.id in self.facts and self._concerns(push):
            something = Told(push.account_id, push.thread or "")
            return TELLERS[push.kind].say(push, self.facts[push.id], something, self._listener(push))
        return said

    def _as_it_is(self, push: Push) -> Saying | None:
        """What the thread's message should say, where an attempt may have made it say something else."""
        told = self.was_told(push)
        if not push.attempts or told is None or told.message_id is None:
            return None
        saying = self.retell(push)
        return None if saying is None else replace(saying, edits=True, replaces=False)

    def _concerns(self, push: Push) -> bool:
        """Whether the account still has to do with it: a family by its binding, others by what they are."""
        if push.student_id is not None:
            return self._listener(push) is not None
        return may_hear(self.standings[push.account_id], push, self.facts[push.id])

    def _listener(self, push: Push) -> Listener | None:
        return None if push.student_id is None else self.listeners.get((push.account_id, push.student_id))

    def _night(self, push: Push, listener: Listener | None) -> Settlement | None:
        customary = self.round_.regulation.delivery.quiet_hours
        quiet = customary if listener is None else quiet_hours(listener, customary)
        if quiet is None or not RULES[push.kind].waits_at_night:
            return None
        moment = awake(self.round_.now, quiet, self.round_.school)
        if moment == self.round_.now:
            return None
        return Settlement(push.id, PushState.WAITING, not_before=moment)


def _skipped(push: Push, reason: str) -> Settlement:
    return Settlement(push.id, PushState.SKIPPED, error=reason)


async def open_desk(round_: Round, pushes: Sequence[Push], channel: Channel = Channel.TELEGRAM) -> Desk:
    """Load what is known of these pushes, all of one channel."""
    accounts = {push.account_id for push in pushes}
    told = await threads.told(round_.db, accounts, {push.thread for push in pushes if push.thread}, channel)
    companions = await _companions(round_, pushes, told, channel)
    concerned = [*pushes, *(push for group in companions.values() for push in group)]
    students = {student for push in concerned for student in _students_of(push)}
    families = await families_of(round_, students)
    heard = {(listener.account_id, listener.child.student_id): listener for listener in families.of(students)}
    facts: dict[int, Any] = {}
    for kind, teller in TELLERS.items():
        of_kind = [push for push in concerned if push.kind is kind]
        if of_kind:
            facts.update(await teller.load(round_, of_kind, heard))
    reached = await addresses(round_.db, accounts, channel)
    known = await standings(round_.db, accounts, round_.today)
    return Desk(round_, reached, known, heard, told, facts, companions)


def _students_of(push: Push) -> set[int]:
    """The children a push is about: one, or several of a notice."""
    named = set(push.payload.get("students", ()))
    return named if push.student_id is None else named | {push.student_id}


async def _companions(
    round_: Round, pushes: Sequence[Push], told: Mapping[tuple[int, str], Told], channel: Channel
) -> dict[tuple[int, int], list[Push]]:
    """What shares a message with something that may have to be put right: it is all written anew."""
    joinable = {
        (push.account_id, push.thread or "") for push in pushes if push.grouping is not Grouping.ALONE
    }
    messages = {
        (item.account_id, item.message_id)
        for key, item in told.items()
        if key in joinable and item.message_id is not None
    }
    found: dict[tuple[int, int], list[Push]] = {}
    if messages:
        shared = await outbox.told_with(round_.db, messages, channel)
        named = {push.thread for push, _ in shared if push.thread}
        living = await threads.told(round_.db, {account for account, _ in messages}, named, channel)
        for push, message_id in shared:
            latest = living.get((push.account_id, push.thread or ""))
            # What a newer message tells meanwhile is no longer this one's to tell.
            if latest is None or latest.message_id == message_id:
                found.setdefault((push.account_id, message_id), []).append(push)
    return found
