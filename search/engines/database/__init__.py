"""The embedded engine: full-text tables in the site's own database."""

from search.engines.database.engine import DatabaseEngine

__all__ = ["DatabaseEngine"]
