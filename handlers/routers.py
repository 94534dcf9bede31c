"""The routers of all areas, in the order in which they are asked."""

from aiogram import Router

from handlers.areas import modules


def routers() -> list[Router]:
    """One router an area; the home area, which understands everything, is the last."""
    return [module.router for module in modules("router")]
