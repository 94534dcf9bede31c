"""One walk per preset: the regulation's clauses in time, what it allows and what it refuses."""
