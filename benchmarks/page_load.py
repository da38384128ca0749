"""How many readers the site serves: gunicorn with two workers, asked without rest.

    make bench ARGS=page_load

Needs the demonstration (``make run`` once). Starts gunicorn with the settings of a
production site on the database of the settings, and asks for a project's page and the
front page over kept-alive connections, as browsers do (they accept gzip), from as many
processes as there are workers. The clients take a part of the same machine, so this is
less than the server could do. Printed: requests a second, and the 95th percentile.
"""

import http.client
import json

from benchmarks._serving import PORT, load, served


def main() -> None:
    for seconds in ("0", "300"):
        with served(PAGE_CACHE_SECONDS=seconds):
            kind = "kept" if seconds != "0" else "made"
            for address in ("/", _a_project()):
                rate, p95 = load([address])
                print(f"{kind:6} {rate:8.0f}/s  p95 {p95 * 1000:6.1f} ms  {address}")


def _a_project() -> str:
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", "/api/v1/search/?type=project&page_size=1")
    answer = json.loads(connection.getresponse().read())
    return answer["results"][0]["url"]


if __name__ == "__main__":
    main()
