"""How messages fare, for whoever keeps the bot running: what did not arrive, and how the bot is doing."""
