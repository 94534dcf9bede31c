"""All of the area: the threads, writing, complaints, a colleague's hours and phrases."""

from aiogram import Router

from handlers.messages import calling, complaints, hours_and_phrases, monthly, reading, to_family, writing

router = Router(name="messages")
router.include_routers(
    reading.router,
    writing.router,
    to_family.router,
    monthly.router,
    calling.router,
    complaints.router,
    hours_and_phrases.router,
)
