"""All of the area: the family's side and the class teacher's."""

from aiogram import Router

from handlers.absences import family, statuses, teacher

router = Router(name="absences")
router.include_routers(family.router, teacher.router, statuses.router)
