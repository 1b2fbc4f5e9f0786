"""Who may see which rows: one method for querysets, one base class for the admin."""

from typing import Any, Self

from django.contrib import admin
from django.core.exceptions import SuspiciousOperation
from django.db import models
from django.http import HttpRequest, HttpResponse

from amd.campaign.models import Region, User


class RegionScopedQuerySet(models.QuerySet[Any]):
    """Rows that belong to a region: each list of them starts from visible_to."""

    see_permission = "records.decide_record"

    def visible_to(self, user: Any) -> Self:
        """The rows this person may see; none for someone without the permission.

        National leads see all rows, with those that have no region. One subquery.
        """
        if not isinstance(user, User) or not user.has_perm(self.see_permission):
            return self.none()
        if user.sees_all_regions:
            return self
        return self.filter(region__in=user.regions.all())


class RegionScopedAdmin(admin.ModelAdmin):
    """Scopes rows, the choices of foreign keys and hand-made POSTs to the user's regions."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        queryset = super().get_queryset(request)
        if isinstance(queryset, RegionScopedQuerySet):
            return queryset.visible_to(request.user)
        return queryset

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        try:
            return super().get_object(request, object_id, from_field)
        except OverflowError:
            # A number that no database holds is no row's.
            return None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().changelist_view(request, extra_context)
        except (OverflowError, ValueError) as error:
            if not request.GET:
                raise
            # Such as the year 0: Django lets it through to the database.
            raise SuspiciousOperation("Filtered by what is no value") from error

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "region":
            kwargs["queryset"] = regions_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Here, for this is where Django puts its links round a field."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            hide_related_links(field.widget)
        return field

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def hide_related_links(widget: Any) -> None:
    """Leave out the add, change and view icons: lists are edited on their own pages."""
    for name in ("add", "change", "delete", "view"):
        setattr(widget, f"can_{name}_related", False)


def regions_of(user: Any) -> models.QuerySet[Any]:
    """The current regions in which this person may record and decide."""
    from_all = Region.objects.current()
    if user.sees_all_regions:
        return from_all
    return from_all.filter(leads=user)
