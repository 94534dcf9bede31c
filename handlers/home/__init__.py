"""Home: the first screen, the menu, and an answer to whatever nobody else understood."""
