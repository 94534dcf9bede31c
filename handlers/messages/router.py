"""All of the area: the threads, writing, complaints, a colleague's own ways."""

from aiogram import Router

from handlers.messages import calling, complaints, own_ways, reading, writing

router = Router(name="messages")
router.include_routers(reading.router, writing.router, calling.router, complaints.router, own_ways.router)
