"""A school of any size and age, written in bulk and kept under `var/bench`: what growth is measured on.

    database = await great_school(Shape(letters=4, years=25))

Friday 16 October 2026, 18:00 in Moscow is now: seven weeks into the last year.
"""

from bench.great.school import NOW, SCHOOL, GreatHouse, Shape, great_school, house_of

__all__ = ["NOW", "SCHOOL", "GreatHouse", "Shape", "great_school", "house_of"]
