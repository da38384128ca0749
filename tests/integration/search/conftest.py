import pytest

from search import outbox
from taxonomy.models import Concept, Label, Relation, Scheme
from tests.factories.tree import build_tree


@pytest.fixture
def tree(db):
    return build_tree()


@pytest.fixture
def concepts(db):
    """A theme with a tag that relates to a target of a goal, and a competence."""
    made = {}

    def add(scheme, notation, sv, en, **values):
        owner, _new = Scheme.objects.get_or_create(slug=scheme, title_sv=scheme)
        concept = Concept.objects.create(scheme=owner, notation=notation, **values)
        for language, text in (("sv", sv), ("en", en)):
            Label.objects.create(
                concept=concept, language=language, kind="pref", text=text
            )
        made[notation] = concept
        return concept

    soc = {"aspect": "environmental"}
    theme = add(
        "sustainability", "natur", "Naturtema", "Nature theme", level="theme", **soc
    )
    tag = add(
        "sustainability",
        "dagvatten",
        "Dagvatten",
        "Stormwater",
        level="tag",
        broader=theme,
        **soc,
    )
    goal = add("sdg", "6", "Rent vatten", "Clean water", level="goal")
    target = add(
        "sdg", "6.3", "Vattenkvalitet", "Water quality", level="target", broader=goal
    )
    Relation.objects.create(source=tag, target=target)
    add("competences", "hydrologi", "Hydrologi", "Hydrology")
    return made


@pytest.fixture
def delivered(tree):
    """Bring the index up to date, as the end of a transaction would."""

    def deliver():
        while outbox.deliver(force=True):
            pass

    return deliver
