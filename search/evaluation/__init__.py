"""How good the search is, measured with queries that people have judged."""
