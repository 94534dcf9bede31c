"""Everything the access area answers."""

from aiogram import Router

from handlers.access import (
    router_about,
    router_classes,
    router_colleagues,
    router_entering,
    router_own,
    router_profile,
    router_refusing,
    router_rights,
)

router = Router(name="access")
router.include_routers(
    router_about.router,
    router_entering.router,
    router_classes.router,
    router_colleagues.router,
    router_own.router,
    router_profile.router,
    router_refusing.router,
    router_rights.router,
)
