"""A 50-megapixel photo is read within its bound of memory, measured from outside."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.amd.pictures.files import drawn, saved

# Prints by how many MB the peak passes what the process held before.
MEASURE = """
import sys
from pathlib import Path
from amd.pictures.decode import decode
from amd.pictures.encode import encode

def read(field):
    status = Path("/proc/self/status").read_text()
    return int(status.partition(field + ":")[2].split()[0]) // 1024

data = Path(sys.argv[1]).read_bytes()
encode(decode(Path(sys.argv[2]).read_bytes()))
rest = read("VmRSS")
Path("/proc/self/clear_refs").write_text("5")
encode(decode(data))
print(read("VmHWM") - rest)
"""


def peak_mb(data, folder):
    (folder / "large").write_bytes(data)
    (folder / "small").write_bytes(saved(drawn()))
    out = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", MEASURE, str(folder / "large"), str(folder / "small")],
        capture_output=True,
        check=True,
        text=True,
    )
    return int(out.stdout)


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(),
    reason="the peak of memory is read from /proc, which only Linux has",
)
@pytest.mark.parametrize(
    ("is_progressive", "size", "most_mb"),
    [
        (False, (8160, 6120), 150),
        (True, (8160, 6120), 230),
        # Long and thin: the short side alone must not decide how far it is reduced.
        (False, (20_000, 2_490), 150),
    ],
)
def test_a_jpeg_of_50_megapixels_fits(tmp_path, is_progressive, size, most_mb):
    noise = Image.effect_noise((size[0] // 10, size[1] // 10), 60).resize(size)
    data = saved(noise.convert("RGB"), progressive=is_progressive, quality=75)

    peak = peak_mb(data, tmp_path)

    assert 5 < peak <= most_mb
