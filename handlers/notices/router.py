"""All of the area: writing, following, reading."""

from aiogram import Router

from handlers.notices import following, overseeing, reading, writing

router = Router(name="notices")
router.include_routers(writing.router, following.router, overseeing.router, reading.router)
