"""The contract on a real Elasticsearch."""

import pytest

from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.address import parse_address
from tests.components import elasticsearch
from tests.integration.search.ranking_contract import RankingContract
from tests.integration.search.suggest_contract import SuggestContract


@pytest.fixture(scope="module")
def server():
    """Started by the first process that needs it, ended with the whole run."""
    return elasticsearch()


class TestElasticsearch(RankingContract, SuggestContract):
    @pytest.fixture(autouse=True)
    def _address(self, server, worker_id):
        self.address = parse_address(f"{server}-test-{worker_id}", {})
        yield
        engine = ElasticsearchEngine(self.address)
        engine.swap(engine.create())

    def make(self):
        engine = ElasticsearchEngine(self.address)
        engine.swap(engine.create())
        return engine
