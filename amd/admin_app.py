"""Django's admin, with the site of amd/admin_site.py in it."""

from django.contrib.admin.apps import AdminConfig as DjangosAdminConfig


class AdminConfig(DjangosAdminConfig):
    default_site = "amd.admin_site.Site"
