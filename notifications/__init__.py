"""Who is told what and when: audience, outbox, pacing, sender, scheduler."""
