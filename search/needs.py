"""What was looked for and not found, told by those who work here."""

from django import forms
from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from core.languages import current_language
from search.demand.wording import tells_of_a_person
from search.models import RegisteredNeed
from search.query.parsing import clean_text

PERMISSION = f"search.{get_permission_codename('add', RegisteredNeed._meta)}"


class NeedForm(forms.ModelForm):
    """The query as it was asked, and what it was asked for."""

    class Meta:
        model = RegisteredNeed
        fields = ("query", "description", "organisation")
        widgets = {
            "query": forms.TextInput(attrs={"class": "in"}),
            "description": forms.Textarea(attrs={"class": "in", "rows": 5}),
            "organisation": forms.Select(attrs={"class": "in"}),
        }

    def clean_query(self):
        return _without_people(self.cleaned_data["query"])

    def clean_description(self):
        return _without_people(self.cleaned_data["description"])


def _without_people(text: str) -> str:
    if tells_of_a_person(text):
        raise forms.ValidationError(
            _(
                "Leave out personal numbers, e-mail addresses and telephone numbers: "
                "you are registered as the one who asks."
            )
        )
    return text


@never_cache
@login_required
@permission_required(PERMISSION, raise_exception=True)
@require_http_methods(["GET", "POST"])
def register_need(request: HttpRequest) -> HttpResponse:
    """``/sok/behov?q=``: a form, and back to the search when it is sent."""
    if request.method == "POST":
        need = RegisteredNeed(asked_by=request.user, language=current_language())
        form = NeedForm(request.POST, instance=need)
        if form.is_valid():
            form.save()
            messages.success(request, _("The need is registered. Thank you."))
            return redirect(reverse("search"))
    else:
        text, _notices = clean_text(request.GET.get("q", ""))
        form = NeedForm(initial={"query": text[:200]})
    return render(request, "search/need.html", {"form": form})


class NeedCreateView(CreateView):
    def save_instance(self):
        self.form.instance.asked_by = self.request.user
        return super().save_instance()


class NeedViewSet(ModelViewSet):
    model = RegisteredNeed
    name = "registered_needs"
    icon = "help"
    menu_label = gettext_lazy("Registered needs")
    menu_order = 230
    add_to_admin_menu = True
    add_view_class = NeedCreateView
    copy_view_enabled = False
    form_fields = (
        "query",
        "description",
        "organisation",
        "language",
        "state",
        "answer",
    )
    list_display = (
        "query",
        Column("organisation", label=gettext_lazy("Organisation")),
        Column("asked_by", label=gettext_lazy("Asked by")),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        DateColumn("created_at", label=gettext_lazy("Registered")),
    )
    list_filter = ("state", "language", "organisation")
    search_fields = ("query", "description")
    search_backend_name = None

    def get_queryset(self, request):
        return RegisteredNeed.objects.select_related("organisation", "asked_by")


need_viewset = NeedViewSet()
