"""What was found in the audit chains, in words."""

from journal.model.audit import Fault, FaultKind, Verdict
from locales.texts import Texts


def fault(found: Fault, t: Texts) -> str:
    """Where a chain breaks first, and what is wrong there."""
    return t(
        "{chain}, entry {number}: {fault}", chain=found.chain, number=found.number, fault=_kind(found.kind, t)
    )


def verdict(found: Verdict, t: Texts) -> str:
    """How much was gone through, and with what result."""
    figures = {"chains": len(found.chains), "entries": found.entries, "faults": len(found.faults)}
    if found.faults:
        return t("Chains: {chains}, entries: {entries}, broken chains: {faults}.", **figures)
    return t("Chains: {chains}, entries: {entries}. All is as it was written.", **figures)


def _kind(kind: FaultKind, t: Texts) -> str:
    said = {
        FaultKind.GAP: t("the entry before it is missing"),
        FaultKind.LINK: t("it does not follow from the entry before it"),
        FaultKind.ENTRY: t("the entry was changed"),
        FaultKind.VALUES: t("the values in it were changed"),
        FaultKind.ERASED: t("the values were taken out, and nothing says by whom"),
        FaultKind.CUT: t("the end of the chain was cut off"),
        FaultKind.REWRITTEN: t("another entry stood here"),
        FaultKind.SEAL: t("the seal is not the one that was made"),
    }
    return said[kind]
