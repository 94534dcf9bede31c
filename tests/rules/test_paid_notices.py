"""What a notice to very many takes for nothing, what it costs at once, and who may pay."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.fare import PaidBroadcast
from journal.model.people import Role
from journal.notices.paying import FREE_PER_SECOND, LONG, MINUTE, offered, pays

NOW = datetime(2026, 10, 14, 11, 29, tzinfo=UTC)


@given(st.integers(0, 2_000_000), st.booleans())
def test_an_offer_is_made_where_it_takes_long_and_never_costs_less_than_it_may(count: int, may: bool) -> None:
    found = offered(count, NOW, may_pay=may)
    if count < LONG.total_seconds() * FREE_PER_SECOND:
        assert found is None
        return
    assert found is not None
    assert found.messages <= found.takes.total_seconds() * FREE_PER_SECOND + 1
    assert found.takes <= found.done_at - NOW < found.takes + MINUTE
    assert (found.stars is not None) is may
    assert found.stars is None or found.stars * 10 == count


def test_five_thousand_messages_cost_at_most_five_hundred_stars() -> None:
    found = offered(5000, NOW, may_pay=True)
    assert found is not None
    assert found.stars == Decimal(500)
    assert round(found.takes.total_seconds() / 60) == 3


@pytest.mark.parametrize("role", Role)
def test_who_may_pay(role: Role) -> None:
    management = role in (Role.DIRECTOR, Role.ADMINISTRATOR)
    assert not pays([role], PaidBroadcast.OFF)
    assert pays([role], PaidBroadcast.MANAGEMENT) is management
    assert pays([role], PaidBroadcast.DEPUTIES) is (management or role is Role.DEPUTY_HEAD)
    assert not pays([], PaidBroadcast.DEPUTIES)
