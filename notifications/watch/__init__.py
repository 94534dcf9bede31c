"""The watch over the running bot: signs of life, outages, what did not arrive."""

from notifications.watch.telling import LettersTeller, OutageTeller, expand_letters, expand_outages

__all__ = ["LettersTeller", "OutageTeller", "expand_letters", "expand_outages"]
