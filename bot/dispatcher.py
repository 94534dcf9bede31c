"""The one dispatcher of the process: middlewares in their order, then the routers of all areas."""

from functools import cache

from aiogram import Dispatcher

from bot.middlewares.answers import Answers
from bot.middlewares.identity import Identity
from bot.middlewares.rates import Rates
from bot.middlewares.repeats import Repeats
from bot.middlewares.trace import Trace
from handlers.routers import routers


@cache
def dispatcher() -> Dispatcher:
    """Serves every bot of the process: what belongs to one of them comes with the update as `house`."""
    made = Dispatcher(disable_fsm=True)
    for middleware in (Trace(), Repeats(), Rates(), Identity(), Answers()):
        made.update.outer_middleware(middleware)
    made.include_routers(*routers())
    return made
