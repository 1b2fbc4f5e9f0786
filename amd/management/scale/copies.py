"""The frozen copies of the large set: both kinds, every facet, some of it very common."""

from dataclasses import dataclass

from amd.campaign.models import Event, Phase, Term
from amd.publishing.copy import IN_THEIR_WORDS, PublicCopy
from amd.records.models import Kind

from .words import Prose

GIVEN = ("Ada", "Ben", "Cai", "Dee", "Eli", "Fay", "Gwŷn", "Hal", "Ida", "José")
TITLES = ("Chief Executive", "Medical Director", "Matron", "Head of Procurement")
FIGURES = ("120 hours", "£84,000", "25%", "9 in 10", "£1.2 million")


@dataclass(frozen=True)
class Lists:
    """The controlled lists by scheme, read once: (code, label) pairs."""

    terms: dict[str, list[tuple[str, str]]]

    @classmethod
    def read(cls) -> "Lists":
        terms: dict[str, list[tuple[str, str]]] = {}
        for term in Term.objects.filter(is_active=True):
            terms.setdefault(term.scheme, []).append((term.code, term.label))
        terms["phase"] = [(str(p.number), p.name) for p in Phase.objects.all()]
        terms["event"] = [(e.code, e.name) for e in Event.objects.all()]
        return cls({scheme: found for scheme, found in terms.items() if found})

    def pick(self, prose: Prose, scheme: str, most: int) -> list[tuple[str, str]]:
        """One to so many entries; the first of the list are far more common."""
        found = self.terms.get(scheme, [])
        labels = dict(found)
        codes = [code for code, _ in found]
        count = 1 + int(most * prose.chance.random() ** 3)
        picked = {prose.skewed(codes) for _ in range(count)} if codes else set()
        return [(code, labels[code]) for code in sorted(picked)]


def copy_of(kind: str, prose: Prose, lists: Lists, organisation: str) -> PublicCopy:
    if kind == Kind.ENDORSEMENT:
        return _endorsement(prose, lists, organisation)
    return _case_study(prose, lists, organisation)


def _endorsement(prose: Prose, lists: Lists, organisation: str) -> PublicCopy:
    name, title = _name(prose), prose.chance.choice(TITLES)
    quote = prose.some(8, 35)
    return PublicCopy(
        title=name,
        byline=f"{title}, {organisation}",
        sections=((IN_THEIR_WORDS, quote),),
        design="social_card",
        card={
            "quote": quote[:240],
            "name": name,
            "title": title,
            "organisation": organisation,
        },
        facets={
            "organisation_type": lists.pick(prose, "organisation_type", 0),
            "phase": lists.pick(prose, "phase", 0),
        },
    )


def _case_study(prose: Prose, lists: Lists, organisation: str) -> PublicCopy:
    headline, brief = prose.line(5, 12)[:80], prose.some(20, 110)
    service = f"{organisation.split()[0]} Library"
    figure = prose.chance.choice(FIGURES) if prose.chance.random() < 0.3 else ""
    sections = [("In brief", brief)]
    for heading in ("The challenge", "The library's role", "What happened"):
        sections.append((heading, prose.some(20, 150)))
    card = {
        "kicker": "Impact case study",
        "headline": headline,
        "body": brief,
        "service": service,
    }
    if figure:
        card |= {"figure": figure, "figure_basis": "saved a year, measured"}
    return PublicCopy(
        title=headline,
        byline=f"{service}, {organisation}",
        sections=tuple(sections),
        design="vignette",
        card=card,
        facets={
            "impact_category": lists.pick(prose, "impact_category", 3),
            "service_used": lists.pick(prose, "service_used", 3),
            "staff_group": lists.pick(prose, "staff_group", 2),
            "organisation_type": lists.pick(prose, "organisation_type", 0),
        },
        figures=((figure, "saved a year, measured"),) if figure else (),
    )


def _name(prose: Prose) -> str:
    return f"{prose.chance.choice(GIVEN)} {prose.name()}"
