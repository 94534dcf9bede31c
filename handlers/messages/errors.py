"""Why a message is refused, in words."""

SENTENCES = {
    "message_empty": lambda t, _: t(
        "There is nothing in it that I can pass on. Send a text, a photo, a file or a voice message."
    ),
    "message_too_long": lambda t, params: t(
        "This is too long: {length} characters, at most {limit}.",
        length=params["length"],
        limit=params["limit"],
    ),
    "message_file_too_large": lambda t, params: t(
        "This file is too large: it must be under {limit} MB. Nothing was sent; please send a smaller one.",
        limit=params["limit"],
    ),
    "messages_blocked": lambda t, _: t(
        "The school has stopped this correspondence. Please call the school, or speak with it in person."
    ),
    "draft_gone": lambda t, _: t(
        "This message waits no more: it was sent, dropped or written anew. Look into the correspondence."
    ),
    "month_sent": lambda t, _: t(
        "This letter went to the class today already; nothing was sent a second time."
    ),
    "letter_gone": lambda t, _: t("There is nothing left that this button could do."),
    "letter_told": lambda t, _: t(
        "It is too late to take it back: the message is on its way or was read. You can write another one."
    ),
    "message_unreachable": lambda t, _: t(
        "Nothing was sent: whoever wrote to you has no access to the diary at the moment "
        "and would not read it. Please find another way, for example by phone."
    ),
    "messages_flood": lambda t, params: t(
        "These are very many messages. The next one can be sent at {time}; the last one was not sent.",
        time=t.clock(params["until"].time()),
    ),
    "not_reported": lambda t, _: t("Nobody has complained of this correspondence."),
    "too_many_phrases": lambda t, params: t(
        "At most {most} phrases can be kept. Remove one first.", most=params["most"]
    ),
}
