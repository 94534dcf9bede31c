"""What every update passes on its way to a handler, in order: trace, repeats, rates, answers, identity."""
