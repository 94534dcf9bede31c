"""Documents and links of the school."""
