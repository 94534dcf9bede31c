"""What goes on after the lessons: the prolonged day, extra activities, clubs."""
