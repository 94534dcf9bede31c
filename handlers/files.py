"""What people send along: photos, documents and voice, kept by the messenger's own file id."""

from aiogram.types import Message

from journal.model.lessons import Attachment, AttachmentKind


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """The file of a message, as the messenger keeps it; a photo in its largest size."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Attachment(AttachmentKind.PHOTO, largest.file_id, None, largest.file_size),)
    if message.document:
        file = message.document
        return (Attachment(AttachmentKind.DOCUMENT, file.file_id, file.file_name, file.file_size),)
    if message.voice:
        return (Attachment(AttachmentKind.VOICE, message.voice.file_id, None, message.voice.file_size),)
    return ()


def words_of(message: Message) -> str:
    """What was typed: the text, or the words under a picture."""
    return message.text or message.caption or ""
