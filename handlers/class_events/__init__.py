"""The month's events of a class, as the class teacher keeps them."""
