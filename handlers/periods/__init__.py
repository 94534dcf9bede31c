"""Marks of periods, years and exams: the teacher's sheet, the deputy head's board."""
