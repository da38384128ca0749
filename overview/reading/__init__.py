"""Reads the figures: one statement each, summed by the database.

The statements are written out, for the ORM can neither name a part of a statement and
use it twice nor join a union with itself; they run on SQLite and PostgreSQL alike.
What is public is not decided here but by ``projects.queries`` and ``core.public``,
whose query sets become the statements' first part.
"""
