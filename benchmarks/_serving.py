"""Asking the site for pages many times: through all that serves it, or as a server."""

import http.client
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
SECONDS = 5
PORT = int(os.environ.get("BENCH_PORT", "8765"))


def rate(ask: Callable[[], object], *, seconds: float = 2.0) -> float:
    """How many times a second ``ask`` is done, after one time that does not count."""
    ask()
    done, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        ask()
        done += 1
    return done / spent


@contextmanager
def served(**settings: str) -> Iterator[None]:
    """Gunicorn with two workers and production's settings, on the database of the
    settings, while it lasts; ``settings`` are more of its environment."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DEBUG": "false",
        "SECRET_KEY": "this process only measures",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        **settings,
    }
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "config.wsgi:application"),
            *("--workers", str(WORKERS), "--bind", f"127.0.0.1:{PORT}"),
            *("--chdir", str(ROOT), "--worker-class", "gthread", "--threads", "4"),
            *("--keep-alive", "30", "--log-level", "error", "--config", os.devnull),
        ],
        env=environment,
    )
    try:
        _wait()
        yield
    finally:
        server.terminate()
        server.wait()


def _wait() -> None:
    for _attempt in range(100):
        try:
            if ask(http.client.HTTPConnection("127.0.0.1", PORT), "/") == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("The server did not start.")


def fetch(connection: http.client.HTTPConnection, address: str) -> tuple[int, bytes]:
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def ask(connection: http.client.HTTPConnection, address: str) -> int:
    return fetch(connection, address)[0]


def load(addresses: Sequence[str], *, clients: int = WORKERS) -> tuple[float, float]:
    """Requests a second, and the 95th percentile in seconds, when so many clients
    ask for the addresses in turn over kept-alive connections without rest."""
    with multiprocessing.Pool(clients) as pool:
        client = partial(_client, list(addresses))
        times = [t for own in pool.map(client, range(clients), 1) for t in own]
    times.sort()
    return len(times) / SECONDS, times[int(len(times) * 0.95)]


def _client(addresses: list[str], number: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    for turn in range(max(5, len(addresses))):  # what is read once does not count
        ask(connection, addresses[(number + turn) % len(addresses)])
    times, end, turn = [], time.perf_counter() + SECONDS, number
    while (start := time.perf_counter()) < end:
        address = addresses[turn % len(addresses)]
        if ask(connection, address) != 200:
            sys.exit(f"{address} did not answer 200")
        times.append(time.perf_counter() - start)
        turn += 1
    return times
