"""The routers of all areas, in the order in which they are asked."""

from aiogram import Router

from handlers.areas import modules
from handlers.filters import Possible, listened


def routers() -> list[Router]:
    """One router an area; the home area, which understands everything, is the last."""
    *areas, home = (module.router for module in modules("router"))
    for router in areas:
        for one in router.chain_tail:
            one.callback_query.filter(*listened(one))
        router.callback_query.filter(Possible())
    return [*areas, home]
