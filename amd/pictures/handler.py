"""Our upload handlers: what is over the limit is thrown away; some files see no disk."""

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
)


class BytesLimit(FileUploadHandler):
    """Passes on no byte beyond settings.UPLOAD_MAX_BYTES of a file.

    The request is read to its end, so that the form keeps what was typed and can say
    how large the file was; neither memory nor disk grows with it.
    """

    size_bytes = 0

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given
        self.size_bytes = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.size_bytes += len(raw_data)
        return None if self.is_over else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if not self.is_over:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            # Deletes what was written before the limit was reached.
            handler.upload_interrupted()
        return UploadedFile(
            file=io.BytesIO(),
            name=self.file_name,
            content_type=self.content_type,
            size=self.size_bytes,
        )

    @property
    def is_over(self) -> bool:
        return self.size_bytes > settings.UPLOAD_MAX_BYTES


class NeverOnDisk(MemoryFileUploadHandler):
    """Takes every file of a page that promises to store nothing, whatever its size.

    Stands after BytesLimit, which bounds what it holds.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        path = self.request.path if self.request else ""
        self.activated = path.startswith(settings.UPLOADS_NEVER_ON_DISK)
