"""The gallery's choices with their counts, by the name of their parameter."""

from amd.gallery.facets import Choice, Facets

from .schemas import FacetChoice


def choices_of(facets: Facets) -> dict[str, list[FacetChoice]]:
    return {
        "kind": [_choice(each) for each in facets.kinds],
        "region": [_choice(each) for each in facets.regions],
    }


def _choice(choice: Choice) -> FacetChoice:
    return FacetChoice(
        value=choice.value,
        label=choice.label,
        count=choice.count,
        is_chosen=choice.is_chosen,
    )
