"""The one address of a picture that is not public."""

from django.urls import path

from . import views

app_name = "pictures"
urlpatterns = [path("pictures/<str:value>/", views.preview, name="preview")]
