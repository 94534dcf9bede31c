"""A local Telegram: an honest Bot API server and a web page of phones. Imports nothing of ours."""
