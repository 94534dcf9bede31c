"""Why a register is refused, in words."""

SENTENCES = {
    "hold_over": lambda t, _: t("Families have been told already. Correct the register instead."),
}
