"""The contract on a real Elasticsearch."""

import pytest

from development import elasticsearch as development
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.address import parse_address
from tests.components import elasticsearch
from tests.integration.search.ranking_contract import RankingContract
from tests.integration.search.suggest_contract import SuggestContract

# One process starts the server.
pytestmark = pytest.mark.xdist_group("elasticsearch")


@pytest.fixture(scope="module")
def server():
    was_up = development.is_up()
    yield elasticsearch()
    if not was_up:
        development.stop()


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
