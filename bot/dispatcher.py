"""The dispatcher: middlewares in their order, then the routers of all areas."""

from functools import cache

from aiogram import Dispatcher, Router

from bot.middlewares.answers import Answers
from bot.middlewares.identity import Identity
from bot.middlewares.leaving import Leaving, takers
from bot.middlewares.listing import Listing
from bot.middlewares.private import Private
from bot.middlewares.rates import Rates
from bot.middlewares.reach import Reach
from bot.middlewares.repeats import Repeats
from bot.middlewares.replies import Replies
from bot.middlewares.trace import Trace
from bot.middlewares.written import Written
from handlers.routers import routers


@cache
def shared_dispatcher() -> Dispatcher:
    """The one of the process, which serves every bot: what belongs to one of them comes as `house`."""
    return build(*routers())


def build(*areas: Router) -> Dispatcher:
    """A dispatcher for these routers."""
    made = Dispatcher(disable_fsm=True)
    answering = (Answers(), Identity(), Listing(), Replies(), Reach(), Written())
    for middleware in (Trace(), Private(), Repeats(), Rates(), *answering):
        made.update.outer_middleware(middleware)
    made.include_routers(*areas)
    leaving = Leaving(takers(made))
    made.message.middleware(leaving)
    made.callback_query.middleware(leaving)
    return made
