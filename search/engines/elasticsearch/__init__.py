"""Elasticsearch, 9.2 or newer: the full server, or its core alone."""

from search.engines.elasticsearch.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
