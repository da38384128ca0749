"""Who is found for a wish: exactly those who may be proposed, the best first."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from matching.eligibility import standing_barriers
from matching.facts import Kinship
from matching.finding import find
from matching.narrowing import Narrowing
from matching.rules import ranked
from people.models import PersonPage, PersonRecord
from projects.models import NeedState
from tests.factories.matching import World


def names(found) -> list[str]:
    pages = PersonPage.objects.filter(
        translation_key__in=[one.person.key for one in found.matches]
    )
    titles = {page.translation_key: page.title for page in pages}
    return [titles[one.person.key] for one in found.matches]


def found_for(world: World, at=0, **options):
    facts, wishes, setting = world.asked()
    return find([one.wish for one in wishes], facts, setting, **options)[at]


def test_the_nearer_comes_first_and_who_knows_nothing_of_it_is_not_there(world):
    world.person("Vera Vatten", ("vatten", 3))
    world.person("Bror Brunn", ("brunnar", 3))
    world.person("Siv Skyfall", ("skyfall", 3))
    world.person("Tage Tagg", tags=["vattentagg"])
    world.person("Eko Nom", ("ekonomi", 4))
    found = found_for(world)
    assert names(found) == ["Vera Vatten", "Bror Brunn", "Siv Skyfall", "Tage Tagg"]
    assert [one.fit.kinship for one in found.matches] == [
        Kinship.SAME,
        Kinship.NARROWER,
        Kinship.RELATED,
        Kinship.TAGGED,
    ]
    assert (found.total, found.knowing) == (4, 2)


def test_missing_aspects_are_wishes_too(world):
    world.person("Eko Nom", ("ekonomi", 4))
    _facts, wishes, _setting = world.asked()
    assert [one.key for one in wishes[1:]] == [
        "sociocultural",
        "environmental",
        "economic",
    ]
    assert names(found_for(world, at=3)) == ["Eko Nom"]


@pytest.mark.parametrize("historical", [False, True])
def test_the_database_lets_through_whom_the_rule_lets_through(
    world, settings, historical
):
    """Every standing there is, both ways."""
    settings.MATCHING_PROPOSES_HISTORICAL_PEOPLE = historical
    today = timezone.localdate()
    days = (None, today - timedelta(1), today, today + timedelta(1))
    cases = product(
        ("public_task", "consent", "deceased"), (False, True), days, days, (None, today)
    )
    pages = {}
    for number, (basis, is_open, paused, confirm, withdrawn) in enumerate(cases):
        page = world.tree.section.add_child(
            instance=PersonPage(title=f"Prova {number}", slug=f"p{number}")
        )
        record = PersonRecord.objects.filter(pk=page.translation_key)
        record.update(
            legal_basis=basis,
            open_to_introductions=is_open,
            paused_until=paused,
            reconfirm_by=confirm,
            withdrawn_on=withdrawn,
        )
        pages[page.pk] = page
    # No door lets a profile without a basis be public: a clock or a bulk write may.
    PersonPage.objects.filter(pk__in=pages).update(live=True)
    restricted = world.person("Låst Person", ("vatten", 3))
    restricted.view_restrictions.create(restriction_type="login")
    setting = world.setting
    people = setting.read([*pages, restricted.pk])
    by_rule = {
        pk
        for pk, person in people.items()
        if not standing_barriers(person.standing, today=today, historical=historical)
    }
    assert by_rule == set(setting.askable().values_list("pk", flat=True))
    assert 0 < len(by_rule) < len(pages)
    assert restricted.pk not in by_rule


def test_what_is_hidden_is_neither_found_nor_counted(world):
    vera = world.person("Vera Vatten", ("vatten", 3), ("skyfall", 2))
    world.hide(vera, "vatten")
    found = found_for(world)
    assert [one.fit.kinship for one in found.matches] == [Kinship.RELATED]
    world.hide(vera, "skyfall")
    found = found_for(world)
    assert (found.total, found.knowing, found.matches) == (0, 0, ())


def test_nobody_is_found_by_a_sector_or_district_that_they_hide(world):
    world.person("Öppen Person", ("vatten", 3), districts=["provdal"])
    world.person(
        "Dold Person",
        ("vatten", 3),
        districts=["provdal"],
        hidden_fields=["organisation", "districts"],
    )
    provdal = world.setting.vocabulary.concepts.find("districts", "provdal")
    for narrowing in (Narrowing(sector="university"), Narrowing(district=provdal)):
        found = found_for(world, narrowing=narrowing)
        assert (found.total, names(found)) == (1, ["Öppen Person"])
    assert found_for(world).total == 2


def test_a_level_is_asked_of_what_fits(world):
    world.person("Vera Vatten", ("vatten", 2), ("ekonomi", 4))
    world.person("Bror Brunn", ("brunnar", 4))
    found = found_for(world, narrowing=Narrowing(level=3))
    assert (found.total, names(found)) == (1, ["Bror Brunn"])


def test_who_is_in_the_team_or_fills_a_need_is_not_proposed(world):
    member = world.person("Med Lem", ("vatten", 3))
    filler = world.person("Fyll Are", ("vatten", 4))
    page = world.project
    page.team = [page.team.model(person_id=member.translation_key)]
    page.save_revision().publish()
    (need,) = page.needs.all()
    NeedState.objects.create(
        record_id=page.translation_key,
        need_key=need.key,
        state="open",
        filled_by_id=filler.translation_key,
    )
    world.project = type(page).objects.get(pk=page.pk)
    assert found_for(world).total == 0


def test_the_best_are_those_of_a_plain_comparison_of_all(world):
    """Whoever is left unread could not have been among them."""
    sectors = ["city", "company", "university", "museum"]
    notations = ["vatten", "brunnar", "skyfall"]
    for number in range(120):
        world.person(
            f"Prova {number:03}",
            (notations[number % 3], 1 + number % 4),
            sector=sectors[number * 7 % 4],
            evidence="Prov" if number % 5 == 0 else "",
            districts=["provdal"] if number % 7 == 0 else [],
        )
    facts, wishes, setting = world.asked()
    wish = wishes[0].wish
    people = setting.read(PersonPage.objects.values_list("pk", flat=True))
    everybody = ranked(
        one for p in people.values() if (one := setting.match(wish, facts, p))
    )
    for most in (3, 20, 200):
        (found,) = find([wish], facts, setting, most=most)
        assert [one.person.key for one in found.matches] == [
            one.person.key for one in everybody
        ][:most]
        assert found.total == 120


def test_queries_do_not_grow_with_people_or_wishes(world, django_assert_num_queries):
    for number in range(30):
        world.person(f"Prova {number}", ("vatten", 3))
    facts, wishes, setting = world.asked()
    some = [one.wish for one in wishes]
    for asked in (some[:1], some):
        with django_assert_num_queries(7):
            find(asked, facts, setting)
