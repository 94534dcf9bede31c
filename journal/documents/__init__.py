"""Documents and links of the school: whoever keeps them, and everybody who reads them."""

from journal.documents.keeping import address, ask, keep, may_keep, publish, withdraw
from journal.documents.linked import linked
from journal.documents.reading import Bookcase, document, kept

__all__ = [
    "Bookcase",
    "address",
    "ask",
    "document",
    "keep",
    "kept",
    "linked",
    "may_keep",
    "publish",
    "withdraw",
]
