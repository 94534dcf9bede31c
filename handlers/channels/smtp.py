"""The line to the school's mail server: one connection, kept while letters follow each other closely."""

import asyncio
import ssl
from email.message import EmailMessage
from time import monotonic

from aiosmtplib import SMTP
from aiosmtplib.errors import SMTPRecipientsRefused, SMTPResponseException

from handlers.channels.server import Security, Server

# A server that says nothing for so long is not going to.
PATIENCE = 20.0
# Servers hang up on whoever idles; a letter after such a pause calls anew.
IDLE = 5.0


class Mailer:
    """Hands letters in, one after another. `close` it at the end."""

    def __init__(self, server: Server, patience: float = PATIENCE) -> None:
        self.server = server
        self._patience = patience
        self._line: SMTP | None = None
        self._used_at = 0.0
        self._turn = asyncio.Lock()

    async def send(self, letter: EmailMessage, to: str) -> None:
        """Hand one letter in. Raises `SMTPException`, `OSError` or `TimeoutError`; the line is then dropped
        unless the server only said no."""
        async with self._turn:
            line = await self._open()
            try:
                await line.send_message(letter, recipients=[to])
            except (SMTPRecipientsRefused, SMTPResponseException):
                self._used_at = monotonic()
                raise
            except BaseException:
                # Nobody knows what of it was understood, and a cancelled command leaves its answer behind.
                self._hang_up()
                raise
            self._used_at = monotonic()

    async def close(self) -> None:
        async with self._turn:
            self._hang_up()

    async def _open(self) -> SMTP:
        if self._line is not None and self._line.is_connected and monotonic() < self._used_at + IDLE:
            return self._line
        self._hang_up()
        server = self.server
        self._line = line = SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.security is Security.TLS,
            # Never «if the server offers it»: whoever sits between could take the offer away.
            start_tls=server.security is Security.STARTTLS,
            username=server.user,
            password=server.password,
            tls_context=await asyncio.to_thread(_context, server),
            timeout=self._patience,
        )
        try:
            await line.connect()
        except BaseException:
            self._hang_up()
            raise
        return line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _context(server: Server) -> ssl.SSLContext | None:
    if server.security is Security.NONE:
        return None
    return ssl.create_default_context(cafile=server.authorities)
