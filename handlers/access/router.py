"""Everything the access area answers."""

from aiogram import Router

from handlers.access import entering

router = Router(name="access")
router.include_routers(entering.router)
