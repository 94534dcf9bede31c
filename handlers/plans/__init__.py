"""Lesson plans: the own ones, a file in, its preview, a copy for another class, small changes on the way."""
