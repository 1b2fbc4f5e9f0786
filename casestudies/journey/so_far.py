"""What the vignette shows of a story that is not finished yet."""

from dataclasses import replace
from typing import TYPE_CHECKING

from amd.publishing.copy import PublicCopy
from casestudies.rules import ALL_USES

if TYPE_CHECKING:
    from casestudies.models import CaseStudy

FORMAT = "portrait"
# Words that are not written yet keep their place, so that a figure or a picture is seen
# where it will stand. They are never stored.
STANDING_IN = {
    "headline": "Your headline stands here",
    "body": "Your story in brief stands here. You write it on the last page.",
}


def copy_so_far(story: "CaseStudy") -> PublicCopy:
    copy = story.public_copy(ALL_USES)
    return replace(copy, card={**STANDING_IN, **copy.card})
