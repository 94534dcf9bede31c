"""The access area's refusals in the reader's words."""

from handlers.errors import Sentence

SENTENCES: dict[str, Sentence] = {
    "student_code_elsewhere": lambda t, _: t(
        "This code is a student's: it is entered on the student's own phone."
    ),
    "code_not_for_students": lambda t, _: t("This code is not for a student's account."),
    "account_of_another_colleague": lambda t, _: t("This phone already belongs to another member of staff."),
    "all_connected": lambda t, _: t("Everybody is connected already: no code is needed."),
    "document_end_missing": lambda t, _: t("Write the last day of the power of attorney."),
    "document_over": lambda t, params: t(
        "The power of attorney was over on {day}.", day=t.full_day(params["day"])
    ),
    "date_unclear": lambda t, _: t("That does not look like a date. Write, for instance, 31.08.2027."),
    "service_refused": lambda t, _: t(
        "This adult refused the diary in writing. Take the refusal back first, then make a code."
    ),
    "phone_unclear": lambda t, _: t(
        "That does not look like a phone. Write, for instance, +7 900 000-00-00."
    ),
    "email_unclear": lambda t, _: t(
        "That does not look like an e-mail. Write, for instance, olga@example.ru."
    ),
    "email_several": lambda t, _: t("Write one address."),
    "email_not_latin": lambda t, _: t(
        "Only addresses in Latin letters work here. Write, for instance, olga@example.ru."
    ),
    "address_unclear": lambda t, _: t("That does not look like an address: town, street, house, flat."),
    "name_part_unclear": lambda t, _: t("Write the name in letters, without digits and signs."),
    "value_unchanged": lambda t, _: t("The school has it so already. Nothing to change."),
    "changes_limited": lambda t, _: t("That is enough changes for one day. Write the others tomorrow."),
    "exports_limited": lambda t, params: t(
        "That was enough for one day: {allowed} files. The next one tomorrow.", allowed=params["allowed"]
    ),
    "change_decided": lambda t, _: t("This was decided already, or taken back."),
    "consent_absent": lambda t, _: t("There is no such consent of yours: it was withdrawn already."),
    "nobody_waits": lambda t, _: t("Nobody waits here any more: it was done already."),
    "name_unclear": lambda t, _: t("Write the last name, the first name and the patronymic."),
    "several_colleagues": lambda t, params: t(
        "Several colleagues fit: {names}. Write the name in full.", names=params["names"]
    ),
    "nobody_of_that_name": lambda t, params: t(
        "No colleague is called “{name}”. For somebody new write all three names and the role (--role).",
        name=params["name"],
    ),
    "no_such_class": lambda t, params: t(
        "There is no class “{name}”. Check the spelling, or load the classes first.", name=params["name"]
    ),
    "no_role": lambda t, params: t("{name} holds no role yet. Give one first.", name=params["name"]),
    "class_missing": lambda t, _: t("This role needs a class, and only this one."),
    "order_unclear": lambda t, _: t("Write the number and the date, for instance 45-k of 01.09.2026."),
}
