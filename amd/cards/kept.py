"""Drawn parts kept for the next card, as many as fit into so many bytes."""

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """A cache bounded in bytes; what came first goes first. Values are never changed."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._found: dict[Hashable, tuple[T]] = {}
        self._sizes: dict[Hashable, int] = {}
        self._lock = Lock()
        self.used_bytes = 0

    def get(self, key: Hashable) -> tuple[T] | None:
        """The value in a tuple, so that None may be kept too."""
        return self._found.get(key)

    def put(self, key: Hashable, value: T, size: int) -> tuple[T]:
        with self._lock:
            if key not in self._found:
                self._found[key] = (value,)
                self._sizes[key] = size
                self.used_bytes += size
            while self.used_bytes > self._most_bytes:
                oldest = next(iter(self._found))
                del self._found[oldest]
                self.used_bytes -= self._sizes.pop(oldest)
        return (value,)
