"""The review's step that asks why an aspect is missing."""

import json

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry, Workflow

from home.review import make_first_review
from projects.models import AspectExemption, CoverageReviewTask, ProjectPage
from projects.models.review import NotExplained
from tests.integration.projects.test_project_form import edit_url, typed

pytestmark = pytest.mark.django_db
WHY = "Kostnaderna räknas ut efter samrådet."
EXEMPT = ("sociocultural", "environmental")


def submitted(tree, user, *, status="ongoing", exempt=EXEMPT):
    """A project that says nothing of its economy, submitted for review."""
    make_first_review([tree.organisations])
    page = tree.project(live=False, status=status)
    page.exemptions = [AspectExemption(aspect=a, reason_sv="Nej.") for a in exempt]
    page.save_revision()
    page.get_workflow().start(page, user)
    return ProjectPage.objects.get(pk=page.pk)


def action_url(page, name="workflow_action", action="approve"):
    state = page.current_workflow_task_state
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk, action, state.pk])


def post(client, page, *, name="workflow_action", action="approve", **data):
    return client.post(
        action_url(page, name, action),
        data,
        headers={"x-requested-with": "XMLHttpRequest"},
    )


def again(page):
    return ProjectPage.objects.get(pk=page.pk)


def test_nothing_is_approved_without_words(admin_client, admin_user, tree):
    page = submitted(tree, admin_user)
    shown = admin_client.get(action_url(page)).json()["html"]
    assert "gap_economic_sv" in shown and "gap_environmental_sv" not in shown
    assert "override" in shown
    answer = post(admin_client, page, comment="Ser bra ut").json()
    assert answer["step"] == "action"
    assert "Skriv varför den saknas" in answer["html"]
    assert "Ser bra ut" in answer["html"]
    assert not again(page).live
    assert again(page).workflow_in_progress


def test_the_reviewers_words_are_published_with_the_page(
    admin_client, admin_user, tree, client
):
    page = submitted(tree, admin_user)
    answer = post(admin_client, page, gap_economic_sv=WHY).json()
    assert answer["step"] == "success"
    page = again(page)
    assert (page.live, page.gap_economic_sv) == (True, WHY)
    assert not page.has_unpublished_changes
    assert PageLogEntry.objects.filter(action="projects.gap_explained").count() == 1
    html = client.get(page.url).content.decode()
    assert WHY in html
    assert "Inte förklarat" not in html


def test_an_override_is_logged_with_its_reason_and_the_page_says_not_explained(
    admin_client, admin_user, tree, client
):
    page = submitted(tree, admin_user)
    post(admin_client, page, override="Brådskande samråd.")
    page = again(page)
    assert page.live
    entry = PageLogEntry.objects.get(action="projects.approved_unexplained")
    assert entry.user == admin_user
    assert entry.data == {"aspects": ["economic"], "reason": "Brådskande samråd."}
    history = admin_client.get(
        reverse("wagtailadmin_pages:history", args=[page.pk])
    ).content.decode()
    assert "Brådskande samråd." in history
    assert "Inte förklarat" in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("status", "exempt"),
    [("planned", EXEMPT), ("ongoing", (*EXEMPT, "economic"))],
)
def test_what_is_not_due_is_approved_as_ever(
    admin_client, admin_user, tree, status, exempt
):
    page = submitted(tree, admin_user, status=status, exempt=exempt)
    assert post(admin_client, page).json()["step"] == "success"
    assert again(page).live


def test_before_it_is_due_the_reviewer_may_explain(admin_client, admin_user, tree):
    page = submitted(tree, admin_user, status="planned")
    shown = admin_client.get(action_url(page)).json()["html"]
    assert "gap_economic_sv" in shown and "override" not in shown
    post(admin_client, page, gap_economic_en="Later.")
    assert again(page).gap_economic_en == "Later."


def test_profiles_and_translations_are_plainly_approved(admin_client, admin_user, tree):
    source = submitted(tree, admin_user)
    translation = tree.translate(source, live=False)
    person = tree.person(live=False)
    person.save_revision()
    workflow = source.get_workflow()
    for page in (translation, person):
        workflow.start(page, admin_user)
        assert post(admin_client, page).json()["step"] == "success"


def test_a_reviewer_may_ask_for_changes(admin_client, admin_user, tree):
    page = submitted(tree, admin_user)
    answer = post(admin_client, page, action="reject", comment="Säg mer.").json()
    assert answer["step"] == "success"
    page = again(page)
    assert not page.live
    assert page.current_workflow_state.status == "needs_changes"


def test_approving_from_the_editor_keeps_what_is_typed(admin_client, admin_user, tree):
    page = submitted(tree, admin_user)
    asked = post(
        admin_client, page, name="collect_workflow_action_data", gap_economic_sv=WHY
    ).json()
    assert asked["cleaned_data"]["gap_economic_sv"] == WHY
    data = typed(
        title="Med nya ord",
        status="ongoing",
        **{
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": json.dumps(asked["cleaned_data"]),
        },
    )
    # The form has lost its two exemptions: of them nothing was asked in the dialog.
    response = admin_client.post(edit_url(page), data)
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert set(errors) == {"gap_sociocultural_sv", "gap_environmental_sv"}
    assert "Med nya ord" in response.content.decode()
    data |= {"gap_sociocultural_sv": "Senare.", "gap_environmental_sv": "Senare."}
    assert admin_client.post(edit_url(page), data).status_code == 302
    page = again(page)
    assert (page.live, page.title, page.gap_economic_sv) == (True, "Med nya ord", WHY)


def test_no_other_way_leads_around_it(admin_user, tree):
    page = submitted(tree, admin_user)
    state = page.current_workflow_task_state
    with pytest.raises(NotExplained):
        page.current_workflow_task.on_action(state, admin_user, "approve")
    with pytest.raises(NotExplained):
        page.current_workflow_task.on_action(
            state, admin_user, "approve", gap_economic_sv="x" * 601
        )
    assert not again(page).live


def test_moderators_are_asked_and_others_may_not(client, tree, django_user_model):
    editor, reviewer = (
        django_user_model.objects.create_user(
            name, f"{name}@example.org", "x", is_staff=True
        )
        for name in ("editor", "reviewer")
    )
    editor.groups.add(Group.objects.get(name="Editors"))
    reviewer.groups.add(Group.objects.get(name="Moderators"))
    page = submitted(tree, editor)
    assert [message.to for message in mail.outbox] == [["reviewer@example.org"]]
    client.force_login(editor)
    assert post(client, page, gap_economic_sv=WHY).status_code != 200
    assert not again(page).live
    client.force_login(reviewer)
    html = client.get(edit_url(page)).content.decode()
    assert "collect_action_data" in html
    assert html.count('data-workflow-action-name="approve"') == 1
    assert post(client, page, gap_economic_sv=WHY).json()["step"] == "success"
    assert again(page).live


def test_the_first_review_is_made_once(tree):
    make_first_review([tree.organisations])
    CoverageReviewTask.objects.update(name="Vår egen")
    make_first_review([tree.organisations])
    assert CoverageReviewTask.objects.get().name == "Vår egen"
    assert tree.project().get_workflow() == Workflow.objects.get(
        workflow_tasks__task__name="Vår egen"
    )
