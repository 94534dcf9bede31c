"""How updates come in: durable before they are confirmed, in order for each chat, settled once."""
