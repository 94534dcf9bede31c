"""Who may do what, and how one becomes who."""
