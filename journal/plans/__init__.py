"""Lesson plans: where a page stands in its plan, loading and changing one, how far it is fulfilled."""
