"""How people become known: codes, consent, binding, and how access ends."""
