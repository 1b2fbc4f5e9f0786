"""The gallery while the world makes cards: python -m tests.bench_make

A site as in production, with so many workers, over the samples. Previews come at a steady
pace from many addresses, whether or not the last was answered; beside them one reader asks
for the gallery. Quiet and busy times alternate, so that noise falls on both.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlencode

from tests.bench import PHOTO

PACE = int(os.environ.get("PACE", "20"))
SECONDS = int(os.environ.get("SECONDS", "60"))
TURNS = int(os.environ.get("TURNS", "3"))
WORKERS = int(os.environ.get("WORKERS", "3"))
PORT = int(os.environ.get("PORT", "8799"))
SITE = f"http://127.0.0.1:{PORT}"
READ_EVERY = 0.1
GOAL = 2
OPENINGS = (
    "When a decision has to be right",
    "On every ward",
    "Before we buy anything",
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, site(folder):
        typist = Typist()
        typist.type()
        quiet: list[float] = []
        busy: list[float] = []
        for _ in range(TURNS):
            quiet += read_for(SECONDS / TURNS)
            with typist.at_work():
                busy += read_for(SECONDS / TURNS)
    show(quiet, busy, typist)


@contextmanager
def site(folder):
    """Gunicorn as README has it; its proxy is this file, which gives each an address."""
    env = {
        **os.environ,
        "VAR_DIR": folder,
        "DATABASE_URL": "",
        "DEBUG": "false",
        "SECRET_KEY": "for-this-measurement-only-0123456789-abcdefghijklmnop",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "TRUSTED_PROXIES": "1",
    }
    manage = [sys.executable, "manage.py"]
    for command in (["set_up"], ["collectstatic", "--noinput"]):
        subprocess.run([*manage, *command], env=env, check=True, capture_output=True)  # noqa: S603  # our own
    server = subprocess.Popen(  # noqa: S603  # our own
        [sys.executable, "-m", "gunicorn", "amd.wsgi", "--workers", str(WORKERS)]
        + ["--bind", f"127.0.0.1:{PORT}", "--log-level", "warning"],
        env=env,
    )
    try:
        for _ in range(100):
            try:
                fetch("/healthz")
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait()


def fetch(path, data=None, **headers):
    request = urllib.request.Request(SITE + path, data, headers)  # noqa: S310  # our own
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return answer.read(), answer.headers


class Typist:
    """Everybody who makes a card: each pause of theirs asks for one more preview."""

    def __init__(self) -> None:
        page, headers = fetch("/make/")
        self.cookie = headers["Set-Cookie"].partition(";")[0]
        self.token = page.decode().split('csrfmiddlewaretoken" value="')[1][:64]
        self.numbers = count(1)
        self.took: list[float] = []
        self.answers: Counter[str] = Counter()
        # Sent once, as a script does it; from then on it travels signed.
        self.photo = ""
        self.photo = json.loads(self.send(self.body(0), file=PHOTO.data))["kept"][
            "photo"
        ]

    def body(self, number: int) -> dict[str, str]:
        return {
            "csrfmiddlewaretoken": self.token,
            "design": "social_card",
            "quote": f"{OPENINGS[number % 3]}, for the {number}th time, I ask first.",
            "name": f"Dr Sample Person {number}",
            "title": "Medical Director",
            "shown": "landscape",
            "photo_kept": self.photo,
        }

    def send(self, body, number=0, file=None):
        address = f"203.0.{number // 250 % 250}.{number % 250}"
        headers = {"Cookie": self.cookie, "X-Forwarded-For": address}
        if file is None:
            data = urlencode(body).encode()
        else:
            data, headers["Content-Type"] = multipart(body, file)
        return fetch("/make/preview/", data, **headers)[0]

    def type(self) -> None:
        number = next(self.numbers)
        begun = time.perf_counter()
        try:
            picture = json.loads(self.send(self.body(number), number))["picture"]
            self.answers["drawn" if picture else "not drawn"] += 1
        except urllib.error.HTTPError as error:
            self.answers[str(error.code)] += 1
        self.took.append((time.perf_counter() - begun) * 1000)

    @contextmanager
    def at_work(self):
        over = threading.Event()
        with ThreadPoolExecutor(PACE * 2) as hands:
            thread = threading.Thread(target=self.keep_pace, args=(hands, over))
            thread.start()
            time.sleep(1)
            yield
            over.set()
            thread.join()

    def keep_pace(self, hands: ThreadPoolExecutor, over: threading.Event) -> None:
        begun, number = time.perf_counter(), 0
        while not over.is_set():
            hands.submit(self.type)
            number += 1
            time.sleep(max(0, begun + number / PACE - time.perf_counter()))


def multipart(body, file):
    line = "measured"
    parts = [
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in body.items()
    ]
    head = (
        f'--{line}\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    data = (
        "".join(parts).encode() + head.encode() + file + f"\r\n--{line}--\r\n".encode()
    )
    return data, f"multipart/form-data; boundary={line}"


def read_for(seconds: float) -> list[float]:
    """Milliseconds of each page of the gallery, one after the other."""
    took, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        begun = time.perf_counter()
        fetch("/gallery/")
        took.append((time.perf_counter() - begun) * 1000)
        time.sleep(READ_EVERY)
    return took


def show(quiet: list[float], busy: list[float], typist: Typist) -> None:
    """Milliseconds are of this machine; the ratio travels."""
    answers = ", ".join(f"{n} {what}" for what, n in typist.answers.most_common())
    ratio = statistics.median(busy) / statistics.median(quiet)
    print(f"\n{PACE} previews a second, {WORKERS} workers, {SECONDS} s: {answers}")
    print(f"a preview: median {statistics.median(typist.took):.0f} ms")
    for name, took in (("quiet", quiet), ("meanwhile", busy)):
        slow = statistics.quantiles(took, n=20)[-1]
        print(
            f"gallery, {name:<10} median {statistics.median(took):6.1f} ms, "
            f"95 % {slow:6.1f} ms, of {len(took)}"
        )
    print(f"meanwhile {ratio:.2f} times the quiet median: goal {GOAL}")


if __name__ == "__main__":
    main()
