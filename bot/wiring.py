"""The one place where the parts of the bot are put together."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions
from aiogram.utils.token import TokenValidationError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels import open_carriers
from bot.database import current_database
from bot.guards import Buckets, Listings, Presses
from bot.house import House
from bot.intake.settling import Settler
from bot.pace import Considerate, open_pace
from bot.pulse import Pulse
from bot.session import PlainSession, Session
from bot.settings import Misconfigured, Settings
from handlers.gallery import Gallery
from handlers.nativeness import Nativeness
from handlers.renderer import Renderer
from journal import regulation
from journal.clock import Clock, SystemClock
from notifications.pace import Pace
from storage.folds import FoldedButtons
from storage.pictures import PictureIds
from storage.school import load_school
from storage.unit_of_work import SqlStore


@asynccontextmanager
async def assembled(settings: Settings, clock: Clock | None = None) -> AsyncIterator[House]:
    """The parts of one bot, opened and afterwards closed. Raises `Misconfigured` where they cannot work."""
    async with (
        current_database(settings) as engine,
        open_bot(settings) as bot,
        open_pace(engine, bot) as pace,
    ):
        house = await _house(settings, clock or SystemClock(), engine, bot, pace)
        house.carriers.update(open_carriers(house))
        try:
            yield house
        finally:
            for carrier in house.carriers.values():
                await carrier.close()


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """The client of the messenger. Raises `Misconfigured` without a token that could be one."""
    if settings.bot_token is None:
        raise Misconfigured("BOT_TOKEN is missing: put it into .env (see .env.example)")
    try:
        opened = client(settings.bot_token.get_secret_value(), settings.api_url)
    except TokenValidationError:
        raise Misconfigured("BOT_TOKEN is no token: it looks like 123456:AAAA") from None
    async with opened as bot:
        yield bot


def client(token: str, api_url: str) -> AbstractAsyncContextManager[Bot]:
    """A client that speaks HTML without link previews; leaving it closes its connections."""
    properties = DefaultBotProperties(
        parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)
    )
    kind = Session if api_url.startswith("https:") else PlainSession
    session = kind(api=TelegramAPIServer.from_base(api_url))
    return Bot(token, session=session, default=properties).context()


async def _house(settings: Settings, clock: Clock, engine: AsyncEngine, bot: Bot, pace: Pace) -> House:
    store = SqlStore(engine)
    async with store.connection() as db:
        founded = await load_school(db)
    if founded is None:
        raise Misconfigured("there is no school in the database yet: run `python -m bot install`")
    pulse = Pulse()
    bot.session.middleware(Considerate(pace))
    bot.session.middleware(pulse)
    return House(
        settings=settings,
        clock=clock,
        engine=engine,
        store=store,
        school=founded.school,
        regulation=regulation.from_toml(founded.regulation),
        bot=bot,
        renderer=Renderer(
            bot, Nativeness(settings.tables), Gallery(PictureIds(store, clock)), FoldedButtons(store, clock)
        ),
        settler=Settler(store, clock),
        buckets=Buckets(settings.rate_burst, settings.rate_per_second),
        presses=Presses(),
        listings=Listings(),
        pulse=pulse,
        pace=pace,
    )
