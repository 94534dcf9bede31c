"""Words typed without being asked for: buttons by their names, absences, thanks, help."""
