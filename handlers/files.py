"""What people send along: photos, documents and voice, kept by the messenger's own file id."""

from aiogram.types import Message

from journal.errors import InvalidError
from journal.model.lessons import Attachment, AttachmentKind


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """The file of a message, as the messenger keeps it; a photo in its largest size.

    Raises `InvalidError("no_such_files")` for what is neither text nor a file that is kept: nothing is lost
    in silence.
    """
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Attachment(AttachmentKind.PHOTO, largest.file_id, None, largest.file_size),)
    if message.document:
        file = message.document
        return (Attachment(AttachmentKind.DOCUMENT, file.file_id, file.file_name, file.file_size),)
    if message.voice:
        return (Attachment(AttachmentKind.VOICE, message.voice.file_id, None, message.voice.file_size),)
    if message.text is None:
        raise InvalidError("no_such_files")
    return ()


def words_of(message: Message) -> str:
    """What was typed: the text, or the words under a picture."""
    return message.text or message.caption or ""
