"""One address: a drawn card."""

from django.urls import path

from . import views

app_name = "publishing"
urlpatterns = [
    path(
        "cards/<str:reference>/<str:digest>/<str:format_name>.<str:ext>",
        views.card,
        name="card",
    ),
]
