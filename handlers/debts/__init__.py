"""What a child still owes, as families read it."""
