"""Papers of a class: printed results for families without the bot, letters, reports, print requests."""
