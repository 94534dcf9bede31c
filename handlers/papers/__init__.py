"""Papers of a class: results of the week, letters, reports, and what the office prints."""
