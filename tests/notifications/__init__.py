"""Who is told what and when: rules, pacing, crash and retry, on real engines."""
