"""A real Chromium looks at the simulator's page while a tiny bot of plain HTTP talks to it."""
