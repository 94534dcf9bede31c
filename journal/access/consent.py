"""Consent to the processing of personal data: which kinds there are, who may give them, when they suffice."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from journal.model.access import BindingKind

if TYPE_CHECKING:
    from journal.model.codes import Code
    from journal.ports import Work

# Raise it when the text changes in substance: what was agreed to is then known by its version.
VERSION = "1"


class ConsentKind(StrEnum):
    """Consents are separate, so that one can be withdrawn without the others."""

    PROCESSING = "processing"
    MESSENGER = "messenger"
    PHOTO = "photo"


# What the binding asks for; without the messenger's consent nothing could be shown here at all.
ASKED_AT_BINDING = (ConsentKind.PROCESSING, ConsentKind.MESSENGER)


async def opens_at_once(work: Work, code: Code, *, verified: bool) -> bool:
    """Whether the diary opens now, or only after the class teacher's tick.

    A tick is needed where the regulation wants the consent on paper (`S3 §1.12`, R-019), and where the
    register holds no birth date to verify (G3). A student's own account rests on a guardian's consent.
    """
    return verified and code.student_id is not None and not await lacks_consent(work, code)


async def lacks_consent(work: Work, code: Code) -> bool:
    """Whether a consent is still to come: a guardian's on paper, or any guardian's for a student's own."""
    on_paper = work.regulation.access.consent_required.on_paper
    if code.kind is BindingKind.STUDENT and code.student_id is not None:
        return not await work.access.consented(code.student_id, on_paper=on_paper)
    return code.kind is BindingKind.GUARDIAN and on_paper
