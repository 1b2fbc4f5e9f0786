"""The base of the admin pages on which leads record and edit either kind of record."""

import contextlib
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from amd.campaign.models import User
from amd.campaign.scoping import RegionScopedAdmin
from amd.pictures.models import Picture
from amd.records.errors import ModerationError
from amd.records.models import Move, Record, Status
from amd.records.reference import read_reference

from . import claims, moves
from .asking import standings
from .claim_pages import claim_context
from .desk_people import people_of
from .queue_filters import LONGEST_WORDS
from .start import key_of, save_words, start
from .told import now_void


class StatusFilter(admin.SimpleListFilter):
    """Opens on what is waiting; the other lists are one click away."""

    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        kept = [s for s in Status if s != Status.DRAFT]
        return [*((s.value, s.label) for s in kept), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        """Every list with its own address; "waiting" is the one without a choice."""
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": "To decide",
        }
        for value, label in self.lookup_choices:
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string(
                    {self.parameter_name: value}
                ),
                "display": label,
            }

    def queryset(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> models.QuerySet[Any]:
        if self.value() == "all" or request.GET.get("q"):
            return queryset
        if self.value() in Status.values:
            return queryset.filter(status=self.value())
        return queryset.filter(status__in=(Status.SUBMITTED, Status.ACCEPTED))


class RecordListAdmin(RegionScopedAdmin):
    """Lists of records: scoped, found by reference as it is read or typed."""

    list_select_related: ClassVar[tuple[str, ...]] = ("region",)
    list_per_page = 50
    ordering = ("submitted_at", "pk")
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(
            request, {"title": title, **(extra_context or {})}
        )

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [StatusFilter, ("region", admin.RelatedOnlyFieldListFilter)]

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        reference = read_reference(search_term)
        if reference:
            return queryset.filter(reference=reference), False
        words = search_term.replace("\x00", "")[:LONGEST_WORDS]
        return super().get_search_results(request, queryset, words)

    @admin.display(description="Reference", ordering="reference")
    def shown_reference(self, record: Record) -> str:
        return record.shown_reference

    @admin.display(description="Region", ordering="region__name")
    def shown_region(self, record: Record) -> str:
        return str(record.region or "National leads")


class RecordAdmin(RecordListAdmin):
    """One kind of record: recorded through start, changed through edit, never deleted."""

    change_form_template = "admin/records/record/edit.html"

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        if obj is None:
            return allowed
        return allowed and (obj.may(Move.EDIT) or obj.may(Move.REVISE))

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Through the moves; save_more of a child's form runs in the same transaction."""
        lead = cast("User", request.user)
        if change:
            moves.edit(
                obj,
                by=lead,
                seen_version=form.cleaned_data["version_seen"],
                save=lambda: self.save_words_of(request, obj, form),
            )
            claims.renew(obj, by=lead)
            return
        # Somebody who goes back and types the next one over the last has recorded both.
        obj.form_key = key_of(obj.form_key, form.cleaned_data)
        started = start(
            obj, by=lead, save_more=lambda: self.save_more(request, obj, form)
        )
        obj.pk, obj.record_ptr_id = started.pk, started.pk

    def save_words_of(self, request: HttpRequest, obj: Any, form: Any) -> None:
        save_words(obj)
        self.save_more(request, obj, form)

    def save_more(self, request: HttpRequest, obj: Any, form: Any) -> None:
        """What belongs to the record beside its own row: answers, pictures."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        # Past Django's own transaction, which would hold SQLite's one write lock while
        # a photo is decoded and the card is measured; start and edit have their own.
        form_page = self._changeform_view  # type: ignore[attr-defined]  # not in the stubs
        # Somebody was first between the form's check and the save, or the photo was
        # swept: the second time the form itself says so, with every word kept.
        with contextlib.suppress(ModerationError, Picture.DoesNotExist):
            return form_page(request, object_id, form_url, extra_context)
        return form_page(request, object_id, form_url, extra_context)

    def response_post_save_add(
        self, request: HttpRequest, obj: Any
    ) -> HttpResponseRedirect:
        return redirect(reverse("admin:records_record_review", args=[obj.pk]))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Above the form: who is at work on it, whose sign-off does not cover it."""
        shown = kwargs.get("obj")
        saved = shown and Record.objects.visible_to(request.user).get(pk=shown.pk)
        people = people_of(saved.story) if saved else []
        context["sign_off_people"] = [p for p in people if p["is_changed"]]
        context |= claim_context(saved, request.user) if saved else {"claim": None}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_post_save_change(
        self, request: HttpRequest, obj: Any
    ) -> HttpResponseRedirect:
        for standing in standings(obj):
            if standing.is_changed:
                messages.warning(request, now_void(standing))
        return redirect(reverse("admin:records_record_review", args=[obj.pk]))

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        messages.error(request, "Records are withdrawn, not deleted.")
        return redirect("admin:records_record_changelist")
