"""«Нужна помощь»: students whose marks or absences call for a word to the family."""
