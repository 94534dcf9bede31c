"""Looking at the journal's pages without touching them."""
