"""Which routers are asked about a button at all."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, User

from handlers.filters import listened


class OneCb(CallbackData, prefix="test-one"):
    """A button with a number."""

    number: int


class OtherCb(CallbackData, prefix="test-other"):
    """A button without anything."""


async def take(query: CallbackQuery) -> None:
    """Does nothing: here it is only asked whether it would be called."""


def router_of(*kinds: type[CallbackData]) -> Router:
    made = Router()
    for kind in kinds:
        made.callback_query.register(take, kind.filter())
    return made


async def passes(router: Router, data: str) -> bool:
    query = CallbackQuery(
        id="1", from_user=User(id=1, is_bot=False, first_name="Анна"), chat_instance="1", data=data
    )
    return all([await one(query) for one in listened(router)])


async def test_a_router_is_asked_about_its_own_buttons_and_those_of_the_routers_below() -> None:
    router = router_of(OneCb)
    router.include_router(router_of(OtherCb))
    assert await passes(router, OneCb(number=1).pack())
    assert await passes(router, OtherCb().pack())
    assert not await passes(router, "test-on:1")
    assert not await passes(router, "")


async def test_a_router_that_takes_any_button_is_asked_about_all() -> None:
    router = router_of(OneCb)
    router.callback_query.register(take)
    assert await passes(router, "whatever:1")
