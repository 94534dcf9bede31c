"""The advisory locks of PostgreSQL, all in one register, so that nobody holds another's by mistake.

A lock is named by one number or by two, a space and whose it is; the two sorts never meet. Any numbers will
do, as long as they differ and all processes on one database agree on them.
"""

import zlib

# Of one number: who migrates, or moves a school in, and who leads.
MIGRATION = 20_261_014
LEADERSHIP = 20_261_122
# Spaces: of chats that are claimed, and of holders of leases that live.
CLAIMS = 20_261_123
PRESENCE = 20_261_124


def space_of(kind: str) -> int:
    """The space of what use cases of a kind do one after the other; the numbers are signed on the server."""
    return zlib.crc32(kind.encode()) & 0x7FFFFFFF
