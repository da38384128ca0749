"""How many readers the site serves: gunicorn with two workers, asked without rest.

    make bench ARGS=page_load

Needs the demonstration (``make run`` once). Starts gunicorn with the settings of a
production site on the database of the settings, and asks for a project's page and the
front page over kept-alive connections, as browsers do (they accept gzip), from as many
processes as there are workers. The clients take a part of the same machine, so this is
less than the server could do. Printed: requests a second, and the 95th percentile.
"""

import http.client
import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
SECONDS = 5
PORT = 8765


def main() -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DEBUG": "false",
        "SECRET_KEY": "this process only measures",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
    }
    for seconds in ("0", "300"):
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "config.wsgi:application"),
                *("--workers", str(WORKERS), "--bind", f"127.0.0.1:{PORT}"),
                *("--chdir", str(ROOT), "--worker-class", "gthread", "--threads", "4"),
                *("--keep-alive", "30", "--log-level", "error", "--config", os.devnull),
            ],
            env={**environment, "PAGE_CACHE_SECONDS": seconds},
        )
        try:
            _wait()
            kind = "kept" if seconds != "0" else "made"
            for address in ("/", _a_project()):
                rate, p95 = _load(address)
                print(f"{kind:6} {rate:8.0f}/s  p95 {p95 * 1000:6.1f} ms  {address}")
        finally:
            server.terminate()
            server.wait()


def _wait() -> None:
    for _attempt in range(100):
        try:
            if _ask(http.client.HTTPConnection("127.0.0.1", PORT), "/") == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("The server did not start.")


def _a_project() -> str:
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", "/api/v1/search/?type=project&page_size=1")
    answer = connection.getresponse().read().decode()
    return answer.split('"url": "', 1)[1].split('"', 1)[0]


def _ask(connection: http.client.HTTPConnection, address: str) -> int:
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _load(address: str) -> tuple[float, float]:
    with multiprocessing.Pool(WORKERS) as pool:
        times = [t for own in pool.map(_client, [address] * WORKERS) for t in own]
    times.sort()
    return len(times) / SECONDS, times[int(len(times) * 0.95)]


def _client(address: str) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    for _warming in range(5):
        _ask(connection, address)
    times, end = [], time.perf_counter() + SECONDS
    while (start := time.perf_counter()) < end:
        if _ask(connection, address) != 200:
            sys.exit(f"{address} did not answer 200")
        times.append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    main()
