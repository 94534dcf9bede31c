"""The school's rules and use cases: no messenger, no database, no clock of its own."""
