"""Access codes as texts: made, read back however they were typed, and hashed. Pure.

A code is nine random characters and a check character, shown as `CD2FH-JK3MN`. The alphabet of 23 has no
character that looks like another (0 O 1 I L, 5 S, 2 Z, 8 B, 6 G) and no vowel: chance writes no words.
23 being prime, the weighted check finds every single mistyped character and every two swapped ones. Of 23**9
codes, a million guesses hit one of two thousand living ones with a probability of 0.001, and the attempt
limits leave a guesser thirty a day.
"""

import hashlib
import hmac
import re
import secrets

ALPHABET = "23456789CDFHJKMNPQRTVWX"
RANDOM = 9
LENGTH = RANDOM + 1
MIN_SECRET = 16

# What is misread for one of ours, Russian letters too: a slip is copied by eye, on whatever keyboard is on.
_LOOKALIKES = str.maketrans("SZBGВЗКМНРСТХ", "528683KMHPCTX")
_SEPARATORS = re.compile(r"[\s\-–—_.]+")
# Where the code begins in a pasted link or command; whatever stands before it is not looked at.
_LINK = re.compile(r"(?:[?&]start=|/start\s+)", re.IGNORECASE)
# A link or a slip's line is short: a longer text is none, and is not searched.
LONGEST = 200
# Stands in for a text that is no code, so that refusing it takes the same work.
_NO_CODE = "-" * LENGTH


def new_code() -> str:
    """A fresh code from the system's source of randomness, without separators."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    return body + _check(body)


def shown(code: str) -> str:
    """`CD2FH-JK3MN`, as it stands on a slip."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def deep_link(bot_username: str, code: str) -> str:
    """The link behind the QR of a slip; its payload is the code, well under the 64 characters allowed."""
    return f"https://t.me/{bot_username}?start={code}"


def read_code(typed: str) -> str | None:
    """The code in what a person typed or pasted, the link included; None where its check fails."""
    if len(typed) > LONGEST:
        return None
    bare = _SEPARATORS.sub("", _LINK.split(typed)[-1]).upper().translate(_LOOKALIKES)
    if len(bare) != LENGTH or not set(bare) <= set(ALPHABET):
        return None
    return bare if _check(bare[:RANDOM]) == bare[RANDOM] else None


def digest(code: str | None, secret: bytes) -> str:
    """The keyed hash a code is stored as; None costs as much and equals nothing.

    Raises ValueError where the secret is too short to be one: hashes without it could be tried out offline.
    """
    if len(secret) < MIN_SECRET:
        raise ValueError(f"codes need a secret of at least {MIN_SECRET} bytes")
    return hmac.new(secret, (code or _NO_CODE).encode(), hashlib.sha256).hexdigest()


def _check(body: str) -> str:
    total = sum(weight * ALPHABET.index(char) for weight, char in enumerate(body, 2))
    return ALPHABET[-total % len(ALPHABET)]
