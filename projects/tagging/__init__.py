"""Tags suggested from a text, with the words that led to them."""
