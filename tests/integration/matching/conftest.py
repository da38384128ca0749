import pytest

from tests.factories.matching import World, make_world


@pytest.fixture
def world(db) -> World:
    return make_world()
