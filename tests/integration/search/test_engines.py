import pytest

from search.engines.database import DatabaseEngine
from search.models import EmbeddedIndex
from tests.integration.search.engine_contract import document
from tests.integration.search.ranking_contract import RankingContract
from tests.integration.search.suggest_contract import SuggestContract

pytestmark = pytest.mark.django_db


class TestDatabaseEngine(RankingContract, SuggestContract):
    def make(self):
        return DatabaseEngine()

    def test_one_search_is_few_statements(self, django_assert_max_num_queries):
        engine = self.filled(*(document(f"n{n}", body="ord") for n in range(30)))
        with django_assert_max_num_queries(9):
            self.search(engine, "q=ord&type=project&theme=a")

    def test_tables_that_were_left_behind_are_no_hindrance(self):
        self.filled(document("park"))
        EmbeddedIndex.objects.all().delete()
        engine = self.filled(document("torg"))
        assert self.found(engine) == ["torg"]
