"""The index of what is live: words to be found by, and which facets each copy has.

A row lives as long as its copy is live. Places rise with the date, so that the newest
is the highest. Whatever changes the table of Indexed in SQLite makes it anew and loses
its triggers: run the statements of 0006_search_engine again after it.
"""

from django.db import models


class Indexed(models.Model):
    """One live copy under its number in every bitmap, with its words as stems."""

    place = models.IntegerField(primary_key=True)
    publication = models.OneToOneField(
        "publishing.Publication", models.CASCADE, related_name="indexed"
    )
    title = models.TextField(blank=True)
    words = models.TextField(blank=True)
    forms = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Place {self.place}"


class IndexedTerm(models.Model):
    """A term of one live copy, to ask for by the page, the feed and the table."""

    publication = models.ForeignKey(
        "publishing.Publication", models.CASCADE, related_name="terms", db_index=False
    )
    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=80)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value", "publication"],
                name="a_term_once_a_publication",
            )
        ]
        indexes = [models.Index(fields=["publication"], name="terms_of_a_publication")]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class FacetMap(models.Model):
    """Which places have this value: one bit each, the lowest first.

    Counting the choices of all facets is then a matter of "and", whatever was chosen.
    """

    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    places = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value"], name="one_map_a_facet_and_value"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.label}"
