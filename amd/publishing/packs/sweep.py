"""Clears away packs whose time is over, and files that no pack names."""

from django.utils import timezone

from . import files
from .models import Pack, PackState
from .retiring import delete_files

TIME_IS_OVER = "It was kept for seven days."


def sweep_packs() -> int:
    """How many packs and files were deleted. Not inside a transaction."""
    over = Pack.objects.filter(state=PackState.READY, keep_until__lte=timezone.now())
    return delete_files(over, said=TIME_IS_OVER) + _sweep_files()


def _sweep_files() -> int:
    """What a worker that died left half made, or a crash left behind."""
    # The files first: one that is made from now on has its row before.
    found = list(files.stored())
    named = _named()
    strays = [path for path in found if path.name not in named]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(strays)


def _named() -> set[str]:
    """The names of files that are ready, or that a worker is at. Two queries."""
    ready = Pack.objects.filter(state=PackState.READY)
    names = set(ready.values_list("file_name", flat=True))
    made = Pack.objects.filter(state=PackState.MAKING, taken_until__gte=timezone.now())
    for pack in made:
        name = files.name_of(pack.pk, pack.attempts)
        names |= {name, f"{name}{files.PART}"}
    return names
