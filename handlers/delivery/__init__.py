"""How messages fare: what did not arrive, and how the bot is doing."""
