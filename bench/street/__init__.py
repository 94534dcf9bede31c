"""The street: people and a messenger in one process of their own, to load a bot behind its webhook.

`python -m bench.street` reads a JSON line a question and writes one a reply; `walking.Street` speaks to it.
People and messenger share a process so that an answer is known the moment it arrives.
"""
