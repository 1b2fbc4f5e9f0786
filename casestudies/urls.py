"""A contributor's pages."""

from django.urls import path

from .journey import check, examples, live, patients, vignette
from .journey import views as journey

app_name = "casestudies"
urlpatterns = [
    path("case-studies/submit/", journey.start, name="submit"),
    path("case-studies/submit/<slug:name>.png", examples.vignette, name="example"),
    path("case-studies/submit/begin/", journey.first, name="begin"),
    path("my/<str:link>/write/", journey.resume, name="resume"),
    path("my/<str:link>/write/grow/", journey.grow, name="grow"),
    path("my/<str:link>/write/check/", check.check, name="check"),
    path("my/<str:link>/write/vignette.png", vignette.vignette, name="vignette"),
    path("my/<str:link>/write/<slug:slug>/", journey.write, name="write"),
    path(
        "my/<str:link>/write/<slug:slug>/patient-details/",
        patients.look,
        name="patient_details",
    ),
    path("my/<str:link>/write/<slug:slug>/draw/", vignette.draw, name="draw"),
    path("my/<str:link>/write/<slug:slug>/answered/", live.live, name="answered"),
]
