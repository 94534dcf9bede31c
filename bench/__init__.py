"""Benchmarks: figures measured side by side in one run, printed as a table, kept as JSON out of git."""
