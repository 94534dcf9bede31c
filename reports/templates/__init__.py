"""The school's own spreadsheets written out: empty to be filled in, or with rows to be put right."""

from reports.templates.workbook import template, workbook

__all__ = ["template", "workbook"]
