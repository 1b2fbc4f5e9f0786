"""A set of places as the bits of one number: "and" and counting cost next to nothing."""

from collections.abc import Iterable, Iterator

# How much is looked at in one step when places are skipped.
STEP = 1024


class Places:
    """Built from the bytes of a FacetMap, or by `of` from numbers."""

    __slots__ = ("bits",)

    def __init__(self, stored: bytes | memoryview | int = 0) -> None:
        self.bits = (
            stored
            if isinstance(stored, int)
            else int.from_bytes(bytes(stored), "little")
        )

    @classmethod
    def of(cls, places: Iterable[int]) -> "Places":
        known = list(places)
        if not known:
            return cls()
        # Written as zeros and ones and read once: no number is copied for each bit.
        top = max(known)
        written = bytearray(b"0") * (top + 1)
        for place in known:
            written[top - place] = 49
        return cls(int(written, 2))

    def to_bytes(self) -> bytes:
        return self.bits.to_bytes((self.bits.bit_length() + 7) // 8, "little")

    def __and__(self, other: "Places") -> "Places":
        return Places(self.bits & other.bits)

    def __sub__(self, other: "Places") -> "Places":
        return Places(self.bits & ~other.bits)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __contains__(self, place: int) -> bool:
        return bool(self.bits >> place & 1)

    def with_place(self, place: int) -> "Places":
        return Places(self.bits | 1 << place)

    def without_place(self, place: int) -> "Places":
        return Places(self.bits & ~(1 << place))

    def newest(self, start: int, count: int) -> list[int]:
        """`count` places from the highest down, after the first `start` of them."""
        found: list[int] = []
        if count <= 0:
            return found
        for low, part in self._parts():
            here = part.bit_count()
            if start >= here:
                start -= here
                continue
            for place in _downwards(part):
                if start:
                    start -= 1
                    continue
                found.append(low + place)
                if len(found) == count:
                    return found
        return found

    def _parts(self) -> Iterator[tuple[int, int]]:
        """(lowest place, bits) of each step, the highest first."""
        whole = self.to_bytes()
        size = STEP // 8
        for low in range((len(whole) - 1) // size * size, -1, -size):
            yield low * 8, int.from_bytes(whole[low : low + size], "little")


def _downwards(bits: int) -> Iterator[int]:
    while bits:
        top = bits.bit_length() - 1
        yield top
        bits ^= 1 << top
