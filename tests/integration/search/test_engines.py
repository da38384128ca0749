import pytest

from search.engines.database import DatabaseEngine
from tests.integration.search.engine_contract import document
from tests.integration.search.ranking_contract import RankingContract

pytestmark = pytest.mark.django_db


class TestDatabaseEngine(RankingContract):
    def make(self):
        return DatabaseEngine()

    def test_one_search_is_few_statements(self, django_assert_max_num_queries):
        engine = self.filled(*(document(f"n{n}", body="ord") for n in range(30)))
        with django_assert_max_num_queries(9):
            self.search(engine, "q=ord&type=project&theme=a")
