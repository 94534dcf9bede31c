"""Several schools in one process: each with a bot, a secret and a database of its own."""
