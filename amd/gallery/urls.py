"""Addresses of what the public sees."""

from django.urls import path, register_converter

from . import campaign_pages, home, report, resources, views, wordmark


class ReferenceConverter:
    """7f3k-2q in any case. With its hyphen, so that no word is taken for one."""

    regex = "[0-9A-Za-z]{4}-[0-9A-Za-z]{2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ReferenceConverter, "reference")

app_name = "gallery"
urlpatterns = [
    path("", home.home, name="home"),
    path("gallery/", views.gallery, name="gallery"),
    path("endorsements/<reference:reference>/", views.endorsement, name="endorsement"),
    path("case-studies/<reference:reference>/", views.case_study, name="casestudy"),
    path("campaign/", campaign_pages.campaign, name="campaign"),
    path("resources/", resources.resources, name="resources"),
    path(
        "resources/wordmark/<slug:colour>.<slug:kind>",
        wordmark.wordmark,
        name="wordmark",
    ),
    path("resources/<slug:slug>/", resources.resource, name="resource"),
    path(
        "resources/<slug:slug>/<str:file_name>",
        resources.resource_file,
        name="resource_file",
    ),
    path("contact/", campaign_pages.contact, name="contact"),
    path("no-librarian/", campaign_pages.without, name="without"),
    path("report/<reference:reference>/", report.report, name="report"),
    # What the cards print: amilliondecisions.example/7f3k-2q
    path("<reference:reference>", views.short, name="short"),
    path("<reference:reference>/", views.short),
]
