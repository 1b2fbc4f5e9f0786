"""A contributor's pages."""

from django.urls import path

from . import views

app_name = "casestudies"
urlpatterns = [
    path("case-studies/submit/", views.submit, name="submit"),
    path("case-studies/preview/", views.preview, name="preview"),
    path("my/<str:link>/case-study/", views.again, name="again"),
]
