"""What lives are forked from: everything a life needs, loaded and built beforehand."""

import aiosqlite
import asyncpg
from apscheduler.schedulers import asyncio as clockwork
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from bench.faults import life
from bot.dispatcher import shared_dispatcher

__all__ = ["aiosqlite", "asyncpg", "clockwork", "dialect", "life"]

shared_dispatcher()
