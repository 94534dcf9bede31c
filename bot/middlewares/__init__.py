"""What every update passes on its way to a handler, in the order of `bot.dispatcher`."""
