"""Assembly: settings, command line, dispatcher, wiring, demo."""
