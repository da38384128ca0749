"""What the index holds about everything that may be seen now, and nothing else."""

from search.documents.building import all_keys, build_documents
from search.documents.document import DocumentText, SearchDocument

__all__ = ["DocumentText", "SearchDocument", "all_keys", "build_documents"]
