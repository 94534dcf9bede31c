"""Days in plain words: «на завтра», «в прошлую среду», «с 1 по 10 октября», «за 2 четверть», `next week`.

Everything hangs on `today` and on which way the question looks: homework lies ahead, marks lie behind.
"""

from journal.words.days.points import impossible_in
from journal.words.days.spans import Dates, span_of
from journal.words.days.terms import Term, term_of
from journal.words.days.vocabulary import CALENDAR, NOW, names

__all__ = ["CALENDAR", "NOW", "Dates", "Term", "impossible_in", "names", "span_of", "term_of"]
