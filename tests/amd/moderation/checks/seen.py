"""What the tests of the checks share: the findings about a story, in few words."""

from amd.moderation.checks.run import found_in_words


def sentences_about(story, *, code=None):
    found = found_in_words(story)
    return [each.sentence for each in found if code in (None, each.code)]


def one_about(story, code):
    (found,) = [each for each in found_in_words(story) if each.code == code]
    return found
