"""Real servers for development and for CI: the standard library alone."""
