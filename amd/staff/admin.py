"""Accounts and groups are not in the admin: each has its own pages, or is code."""

from django.contrib import admin

# Registers the groups, before they are taken out again.
from django.contrib.auth import admin as _registered  # noqa: F401
from django.contrib.auth.models import Group

admin.site.unregister(Group)
