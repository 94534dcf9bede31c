"""Tables, queries, migrations and the unit of work."""
