"""One router and its screens per area: parse, one use case, one screen."""
