"""The demo: a seeded school, a local Telegram with four phones, and the production bot between them."""
