"""Printed forms of access: slips with codes, and the protocol by which they are received (RP-37, RP-38)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from locales.texts import Texts
from reports.typesetting import pdf


@dataclass(frozen=True, slots=True)
class Slip:
    """One paper slip: the only place where a code's text stands."""

    # Whose diary or account it opens: «Иванова Аня, 7Б», or a role of the staff.
    title: str
    recipient: str
    # By what right, or what kind of account.
    standing: str
    code: str = field(repr=False)
    link: str = field(repr=False)
    valid_until: date


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line of the protocol."""

    issued_on: date
    recipient: str
    title: str
    standing: str
    issuer: str
    state: str


async def slips(school: str, bot: str, items: Sequence[Slip], t: Texts) -> bytes:
    """A PDF of slips with QR codes, eight a page, with lines to cut along."""
    return await pdf(
        "slips",
        {
            "school": school,
            "heading": t("Diary in Telegram"),
            "steps": [
                t("Point the phone's camera at the picture, or find {bot} in Telegram.", bot=f"@{bot}"),
                t("Press «Start», or write the code."),
                t("Answer the questions. The code works once."),
            ],
            "slips": [
                {
                    "title": item.title,
                    "recipient": item.recipient,
                    "standing": item.standing,
                    "code": item.code,
                    "qr": qr(item.link),
                    "until": t("Valid until {day}", day=t.full_day(item.valid_until)),
                }
                for item in items
            ],
        },
    )


async def entrance(school: str, link: str, t: Texts) -> bytes:
    """A PDF page with the way into the bot, for a notice board or the school's site; it opens no diary."""
    return await pdf(
        "entrance",
        {
            "school": school,
            "heading": t("Diary in Telegram"),
            "link": link,
            "qr": qr(link),
            "steps": [
                t("Take a slip with a code from the class teacher."),
                t("Point the phone's camera at the picture, or open the link."),
                t("Press «Start» and write the code. It works once."),
            ],
            "warning": t("We never ask for codes from text messages nor for the password of any account."),
        },
    )


async def protocol(school: str, subject: str, day: date, items: Sequence[Receipt], t: Texts) -> bytes:
    """The receipt protocol: who was given a code, when, by whom, with lines for signatures (`S3 §3.3`)."""
    return await pdf(
        "protocol",
        {
            "school": school,
            "heading": t("Protocol of handing out access codes"),
            "subject": subject,
            "day": t("Printed on {day}", day=t.full_day(day)),
            "columns": [
                t("No."),
                t("Handed out"),
                t("Received by"),
                t("For"),
                t("Issued by"),
                t("State"),
                t("Signature"),
            ],
            "rows": [
                [
                    t.full_day(item.issued_on),
                    f"{item.recipient}\n{item.standing}",
                    item.title,
                    item.issuer,
                    item.state,
                ]
                for item in items
            ],
            "empty": t("No codes were handed out."),
            "signatures": [t("Issued by"), t("Checked by")],
            "page": t("Page"),
        },
    )


def qr(text: str) -> str:
    """The text as a QR picture in SVG."""
    import segno

    made = io.BytesIO()
    segno.make_qr(text, error="m").save(made, kind="svg", border=1, xmldecl=False, svgns=True)
    return made.getvalue().decode()
