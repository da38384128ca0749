"""Whole pages for readers who have not signed in, kept until anything changes."""
