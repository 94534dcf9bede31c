"""The watch over the running bot: signs of life, outages, what did not arrive, a balance that is used up."""

from notifications.watch.stars import StarsTeller, expand_stars
from notifications.watch.telling import LettersTeller, OutageTeller, expand_letters, expand_outages

__all__ = [
    "LettersTeller",
    "OutageTeller",
    "StarsTeller",
    "expand_letters",
    "expand_outages",
    "expand_stars",
]
