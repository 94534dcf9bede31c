"""What is told of links and codes, so that a stolen slip does not stay unnoticed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from journal.model.access import BindingKind
from journal.model.access_news import AuthorityNews, BoundNews, DecidedNews, Decision, LockedNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_family, for_staff
from notifications.duty import on_duty
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.events import Waiting
from storage.news.access import Link, code_links, links, phones


async def expand_bound(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Another adult of a child: its other adults and the class teacher; the person's own phones are asked."""
    found = await _bindings(round_, events)
    families = await families_of(round_, {link.child.student_id for link in found.values() if link.child})
    duty = await on_duty(round_, [link.child for link in found.values()])
    own = await phones(round_.db, {link.person.id for link in found.values()})
    pushes = []
    for event in events:
        link = found.get(event.payload["binding_id"])
        if link is None or link.child is None:
            continue
        payload = {"binding": link.id}
        pushes += [
            for_family(round_, event, Kind.GUARDIAN_BOUND, listener, payload)
            for listener in families.of([link.child.student_id])
            if listener.kind is BindingKind.GUARDIAN
            and listener.account_id not in own[link.person.id] | {link.account_id}
        ]
        pushes += _staff(round_, event, Kind.GUARDIAN_BOUND, duty.for_child(link.child), payload)
    return pushes


async def expand_phone(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Another phone under a person's name: the person's other phones."""
    found = await _bindings(round_, events)
    others = await phones(round_.db, {link.person.id for link in found.values()})
    return [
        for_staff(round_, event, Kind.PHONE_ADDED, account, {"binding": link.id})
        for event in events
        if (link := found.get(event.payload["binding_id"])) is not None
        for account in sorted(others[link.person.id] - {link.account_id})
    ]


async def expand_opened(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The diary opened: whoever waited for it."""
    found = await _bindings(round_, events)
    return [
        for_staff(round_, event, Kind.ACCESS_OPENED, link.account_id, {"binding": link.id})
        for event in events
        if (link := found.get(event.payload["binding_id"])) is not None and link.account_id is not None
    ]


async def expand_doubts(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A link the family does not know: the class teacher, for staff the administrator."""
    found = await _bindings(round_, events)
    duty = await on_duty(round_, [link.child for link in found.values()])
    return [
        push
        for event in events
        if (link := found.get(event.payload["binding_id"])) is not None
        for push in _staff(round_, event, Kind(event.kind), duty.for_child(link.child), {"binding": link.id})
    ]


async def expand_disowned(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A link its person disowned: class teacher and administrator, and the adults who heard of the link."""
    found = await _bindings(round_, events)
    duty = await on_duty(round_, [link.child for link in found.values()])
    families = await families_of(round_, {link.child.student_id for link in found.values() if link.child})
    own = await phones(round_.db, {link.person.id for link in found.values()})
    pushes = []
    for event in events:
        link = found.get(event.payload["binding_id"])
        if link is None:
            continue
        accounts = dict.fromkeys([*duty.for_child(link.child), *duty.administrators])
        pushes += _staff(round_, event, Kind.BINDING_DISOWNED, accounts, {"binding": link.id})
        pushes += [
            for_family(round_, event, Kind.BINDING_DISOWNED, listener, {"binding": link.id})
            for listener in families.of([link.child.student_id] if link.child else [])
            if listener.kind is BindingKind.GUARDIAN and listener.account_id not in own[link.person.id]
        ]
    return pushes


async def expand_authorities(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A power of attorney ends: its holder while there is access, and the class teacher."""
    found = await _bindings(round_, events)
    duty = await on_duty(round_, [link.child for link in found.values()])
    pushes = []
    for event in events:
        link = found.get(event.payload["binding_id"])
        if link is None:
            continue
        payload = {"binding": link.id, "until": event.payload["until"], "days": event.payload["days"]}
        if event.payload["days"] and link.account_id is not None:
            kind, own = Kind.AUTHORITY_ENDING, {**payload, "holder": True}
            pushes.append(for_staff(round_, event, kind, link.account_id, own))
        told = {**payload, "holder": False}
        pushes += _staff(round_, event, Kind.AUTHORITY_ENDING, duty.for_child(link.child), told)
    return pushes


async def expand_decisions(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """An adult's decision about the own access: the class teacher alone."""
    found = await _bindings(round_, events)
    duty = await on_duty(round_, [link.child for link in found.values()])
    return [
        push
        for event in events
        if (link := found.get(event.payload["binding_id"])) is not None
        for push in _staff(
            round_,
            event,
            Kind.FAMILY_DECIDED,
            duty.for_child(link.child),
            {"binding": link.id, "decision": event.payload["decision"]},
        )
    ]


async def expand_codes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A code locked, or redeemed and waiting for its paper: class teacher, for staff the administrator."""
    found = await code_links(round_.db, {event.payload["code_id"] for event in events}, round_.today)
    duty = await on_duty(round_, [link.child for link in found.values()])
    return [
        push
        for event in events
        if (link := found.get(event.payload["code_id"])) is not None
        for push in _staff(round_, event, Kind(event.kind), duty.for_child(link.child), {"code": link.id})
    ]


async def _bindings(round_: Round, events: Sequence[Waiting]) -> dict[int, Link]:
    return await links(round_.db, {event.payload["binding_id"] for event in events}, round_.today)


def _staff(
    round_: Round, event: Waiting, kind: Kind, accounts: Iterable[int], payload: Mapping[str, int | str]
) -> list[NewPush]:
    return [
        for_staff(round_, event, kind, account, payload)
        for account in accounts
        if account != event.account_id
    ]


def _each(pushes: Sequence[Push], name: str, found: Mapping[int, Link]) -> dict[int, Link]:
    return {push.id: found[push.payload[name]] for push in pushes if push.payload[name] in found}


class LinkTeller:
    """Speaks of bindings."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, Link]:
        found = await links(round_.db, {push.payload["binding"] for push in pushes}, round_.today)
        return {
            push.id: found[push.payload["binding"]] for push in pushes if push.payload["binding"] in found
        }

    def say(self, push: Push, facts: Link, told: Told | None, listener: Listener | None) -> Saying | None:
        news = BoundNews(facts.id, facts.child, facts.person, facts.capacity, for_staff=listener is None)
        return Saying(News(push.kind, news))


class DecisionTeller(LinkTeller):
    """Speaks of what an adult decided about such a link."""

    def say(self, push: Push, facts: Link, told: Told | None, listener: Listener | None) -> Saying | None:
        decision = Decision(push.payload["decision"])
        return Saying(News(push.kind, DecidedNews(facts.child, facts.person, decision)))


class AuthorityTeller(LinkTeller):
    """Speaks of powers of attorney that end."""

    def say(self, push: Push, facts: Link, told: Told | None, listener: Listener | None) -> Saying | None:
        days, until = push.payload["days"], date.fromisoformat(push.payload["until"])
        news = AuthorityNews(facts.child, facts.person, until, days, for_holder=push.payload["holder"])
        return Saying(News(push.kind, news))


class CodeTeller:
    """Speaks of codes."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, Link]:
        found = await code_links(round_.db, {push.payload["code"] for push in pushes}, round_.today)
        return _each(pushes, "code", found)

    def say(self, push: Push, facts: Link, told: Told | None, listener: Listener | None) -> Saying | None:
        if push.kind is Kind.CODE_LOCKED:
            return Saying(News(push.kind, LockedNews(facts.id, facts.child, facts.person)))
        news = BoundNews(facts.id, facts.child, facts.person, facts.capacity, for_staff=True)
        return Saying(News(push.kind, news))
