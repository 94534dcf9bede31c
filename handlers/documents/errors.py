"""Why a document is not taken, in words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "document_without_link": lambda t, _: t(
        "There is neither a file nor a link here. Send a file with a caption, or a title with a link."
    ),
    "document_voice": lambda t, _: t("A voice message is no document. Send a file or a link."),
    "document_untitled": lambda t, _: t(
        "The picture needs a title: send it once more with a few words under it."
    ),
    "document_title_long": lambda t, params: t(
        "The title may have {limit} characters, this one has {length}. Please shorten it and send it again.",
        limit=params["limit"],
        length=params["length"],
    ),
    "documents_many": lambda t, params: t(
        "There are {most} documents already. Please remove those that nobody needs.", most=params["most"]
    ),
}
