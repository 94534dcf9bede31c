"""A real mail server on this machine: takes letters over SMTP, refuses as told, keeps what it took."""

import asyncio
import email
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "diary", "letters & stamps"


@dataclass
class MailServer:
    """`port` on 127.0.0.1; answers to RCPT by address and to DATA may be set at any time."""

    port: int = 0
    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    at_data: str = "250 OK"
    # Seconds before RCPT is answered.
    slow: float = 0.0
    connections: int = 0
    logins: int = 0
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for whom, letter in self.letters if whom == address]

    async def brings(self, address: str, number: int = 1, within: float = 5.0) -> EmailMessage:
        """Wait for the address's letter of that number, the first being 1."""
        async with asyncio.timeout(within):
            while len(self.to(address)) < number:
                self._arrived.clear()
                await self._arrived.wait()
        return self.to(address)[number - 1]

    async def handle_RCPT(  # noqa: N802 - the server looks for it by this name
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await asyncio.sleep(self.slow)
        if (refusal := self.refusals.get(address)) is not None:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.at_data.startswith("250"):
            letter = email.message_from_bytes(bytes(envelope.content or b""), policy=default)
            self.letters += [(address, letter) for address in envelope.rcpt_tos]
            self._arrived.set()
        return self.at_data


def words(letter: EmailMessage, kind: str = "plain") -> str:
    """The letter's text, or its HTML."""
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content())


@asynccontextmanager
async def mail_server(
    *, tls: ssl.SSLContext | None = None, implicit: bool = False, login: bool = False
) -> AsyncIterator[MailServer]:
    """A server without TLS, with STARTTLS (`tls`) or with TLS from the start; with a password if asked."""
    keeper = MailServer()

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        keeper.logins += 1
        known = isinstance(data, LoginPassword) and data.login.decode() == USER
        known = known and data.password.decode() == PASSWORD
        # What is not «handled» is refused by the server's own words.
        return AuthResult(success=known, handled=known)

    def connected() -> SMTP:
        keeper.connections += 1
        return SMTP(
            keeper,
            hostname="mail.test",
            loop=asyncio.get_running_loop(),
            tls_context=None if implicit else tls,
            require_starttls=tls is not None and not implicit,
            authenticator=authenticate if login else None,
            auth_required=login,
            auth_require_tls=tls is not None and not implicit,
        )

    listening = await asyncio.get_running_loop().create_server(
        connected, "127.0.0.1", 0, ssl=tls if implicit else None
    )
    keeper.port = listening.sockets[0].getsockname()[1]
    try:
        yield keeper
    finally:
        listening.close()


def self_signed(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's context for 127.0.0.1, and the certificate that its clients have to trust."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run(
        [*made, *named, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate
