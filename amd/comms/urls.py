"""Addresses of the comms desk."""

from django.urls import path

from . import desk, numbers_page, pack_pages, takedown_pages, views

app_name = "comms"
urlpatterns = [
    path("comms/", desk.desk, name="desk"),
    path("comms/packs/", pack_pages.packs, name="packs"),
    path("comms/packs/make/", pack_pages.make, name="make_pack"),
    path("comms/packs/<int:pk>/", pack_pages.pack, name="pack"),
    path("comms/packs/<int:pk>/download/", pack_pages.take, name="take_pack"),
    path("comms/packs/<int:pk>/cancel/", pack_pages.cancel, name="cancel_pack"),
    path("comms/packs/<int:pk>/again/", pack_pages.again, name="pack_again"),
    path("comms/numbers/", numbers_page.numbers, name="numbers"),
    path("comms/takedowns/", takedown_pages.todo, name="takedowns"),
    path("comms/takedowns/<int:pk>/", takedown_pages.takedown, name="takedown"),
    path("comms/takedowns/<int:pk>/take-on/", takedown_pages.take_on, name="take_on"),
    path("comms/<str:reference>/", views.record, name="record"),
    path(
        "comms/<str:reference>/<slug:format_name>.<str:ext>",
        views.download,
        name="download",
    ),
]
