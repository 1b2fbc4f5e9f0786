"""Static files in production: compressed, named by their content, kept for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Our scripts are single files, so no import inside them needs renaming."""
