"""Fixtures of the notifications' tests."""

import pytest

from journal.clock import FrozenClock
from journal.regulation import Regulation
from notifications.service import Notifier
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office, PassingTimer, Post, notifier_of
from tests.support.school import SCHOOL


@pytest.fixture
def post() -> Post:
    return Post(PassingTimer())


@pytest.fixture
def office(store: SqlStore, clock: FrozenClock, regulation: Regulation) -> Office:
    return Office(store, clock, SCHOOL, regulation)


@pytest.fixture
def notifier(office: Office, post: Post) -> Notifier:
    return notifier_of(office, post)
