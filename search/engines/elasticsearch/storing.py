"""Storing: indexes with a number, behind one alias."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import (
    ApiError,
    Elasticsearch,
    NotFoundError,
    TransportError,
    helpers,
)

from search.documents.document import SearchDocument
from search.engines.elasticsearch import mapping
from search.engines.elasticsearch.address import Address
from search.engines.protocol import EngineUnavailable

#: Seconds that a reader waits, and that storing may take.
_PATIENCE = 1.5
_STORING = 30
_BATCH = 1000


@contextmanager
def server_errors():
    """What the client raises, as every engine says it."""
    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineUnavailable(f"{type(error).__name__}: {error}"[:300]) from error


class Indexes:
    """The part of the engine that stores."""

    def __init__(self, address: Address):
        self._client = Elasticsearch(
            list(address.hosts),
            request_timeout=_PATIENCE,
            max_retries=2,  # of a cluster, another node
            retry_on_timeout=False,
            **address.options,
        )
        self._alias = f"{address.prefix}-v{mapping.VERSION}"

    def keys(self, *, generation: int | None = None) -> Iterator[str]:
        after: list[Any] | None = None
        while True:
            body: dict[str, Any] = {
                "size": _BATCH,
                "sort": [{"key": "asc"}],
                "_source": False,
                "fields": ["key"],
            }
            if after:
                body["search_after"] = after
            with server_errors():
                index = self._index(generation)
                hits = self._client.search(index=index, body=body)["hits"]["hits"]
            if not hits:
                return
            yield from (hit["_id"] for hit in hits)
            after = hits[-1]["sort"]

    def count(self, *, generation: int | None = None) -> int:
        with server_errors():
            return self._client.count(index=self._index(generation))["count"]

    # --- storing ----------------------------------------------------------------------

    def index(
        self, documents: Iterable[SearchDocument], *, generation: int | None = None
    ) -> None:
        self._bulk(
            (
                {
                    "_op_type": "index",
                    "_id": document.key,
                    "_source": mapping.source_of(document),
                }
                for document in documents
            ),
            generation,
        )

    def delete(self, keys: Collection[str], *, generation: int | None = None) -> None:
        self._bulk(({"_op_type": "delete", "_id": key} for key in keys), generation)

    def _bulk(self, actions: Iterable[dict[str, Any]], generation: int | None) -> None:
        index = self._index(generation)
        alias = {} if generation is not None else {"require_alias": True}
        refused = []
        with server_errors():
            for done, result in helpers.streaming_bulk(
                self._client.options(request_timeout=_STORING),
                ({"_index": index, **alias, **action} for action in actions),
                chunk_size=500,
                raise_on_error=False,
            ):
                ((what, told),) = result.items()
                was_gone = what == "delete" and "error" not in told
                if not done and not was_gone:
                    refused.append(told)
            # What has been stored is found when this returns.
            self._client.options(request_timeout=_STORING).indices.refresh(index=index)
        if refused:
            error = refused[0].get("error", {})
            raise EngineUnavailable(f"{len(refused)} documents were refused: {error}")

    # --- generations ------------------------------------------------------------------

    def create(self) -> int:
        with server_errors():
            number = max(self._generations(), default=0) + 1
            self._client.options(request_timeout=_STORING).indices.create(
                index=self._index(number),
                settings=mapping.settings(),
                mappings=mapping.mappings(),
            )
        return number

    def prepare(self, generation: int) -> None:
        with server_errors():
            self._client.options(request_timeout=600).indices.forcemerge(
                index=self._index(generation), max_num_segments=1
            )

    def swap(self, generation: int) -> None:
        new = self._index(generation)
        with server_errors():
            client = self._client.options(request_timeout=_STORING)
            others = {"index": f"{self._alias}-*", "alias": self._alias}
            client.indices.update_aliases(
                actions=[
                    {"remove": {**others, "must_exist": False}},
                    {"add": {"index": new, "alias": self._alias}},
                ]
            )
            for number in self._generations():
                if number != generation:
                    client.indices.delete(
                        index=self._index(number), ignore_unavailable=True
                    )

    def drop(self, generation: int) -> None:
        index = self._index(generation)
        with server_errors():
            if index in self._live():
                raise ValueError("The live generation cannot be dropped.")
            self._client.options(request_timeout=_STORING).indices.delete(
                index=index, ignore_unavailable=True
            )

    def _live(self) -> Collection[str]:
        try:
            return self._client.indices.get_alias(name=self._alias).body
        except NotFoundError:
            return ()

    def _generations(self) -> list[int]:
        found = self._client.indices.get(index=f"{self._alias}-*", features="aliases")
        numbers = (name.rpartition("-")[2] for name in found.body)
        return sorted(int(number) for number in numbers if number.isdigit())

    def _index(self, generation: int | None) -> str:
        return self._alias if generation is None else f"{self._alias}-{generation:d}"
