"""What a family hears of, how loudly, and how much of it a locked phone shows."""
