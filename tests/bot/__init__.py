"""The bot itself: intake, guards, webhook, health, the command line."""
