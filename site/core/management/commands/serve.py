"""``manage.py serve``: the site and its worker on one's own machine."""

import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

#: What Django's development server exits with when a source file has changed.
CODE_CHANGED = 3
#: What is done each minute: the first of these that the project has.
EACH_MINUTE = ("run_due", "publish_scheduled")
STOP_SECONDS = 10


class Command(BaseCommand):
    """Sets up what is missing, then runs web server and worker until Ctrl-C.

    Both start anew when a source file changes. For one's own machine only: in
    production gunicorn, the worker and a timer are services of their own (see
    docs/operations.md).
    """

    help = "Set up what is missing, then run the site and its worker."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--no-demo", action="store_true", help="Start with an empty site."
        )

    def handle(self, *args, host, port, no_demo, **options):
        self._refuse_taken_port(host, port)
        call_command("set_up", no_demo=no_demo, stdout=self.stdout, stderr=self.stderr)
        # A stop by `kill` or a closed terminal is as clean as one by Ctrl-C.
        for name in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.default_int_handler)
        self.children: list[subprocess.Popen] = []
        try:
            self._supervise(host, port)
        except KeyboardInterrupt:
            self.stdout.write("\nStopping")
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for child in self.children:
                self._stop(child)

    def _supervise(self, host: str, port: int) -> None:
        web = self._start_web(host, port)
        self._wait_until_it_answers(web, host, port)
        worker = self._start_worker()
        self._say_where(host, port)
        next_due = time.monotonic()
        due = None
        while True:
            time.sleep(0.3)
            if web.poll() is not None:
                if web.returncode != CODE_CHANGED:
                    raise CommandError(f"The web server ended ({web.returncode}).")
                self._stop(worker)
                web, worker = self._start_web(host, port), self._start_worker()
            if worker.poll() is not None:
                self.stderr.write(f"The worker ended ({worker.returncode}).")
                worker = self._start_worker()
            if time.monotonic() >= next_due and (due is None or due.poll() is not None):
                due = self._start_due()
                next_due = time.monotonic() + 60

    def _start_web(self, host: str, port: int) -> subprocess.Popen:
        # The variable tells Django's server that a parent restarts it: this
        # process takes the part of its own, and saves loading the site twice.
        return self._start(
            *["runserver", f"{host}:{port}", "--skip-checks"],
            environment={
                DJANGO_AUTORELOAD_ENV: "true",
                "DJANGO_RUNSERVER_HIDE_WARNING": "true",
            },
        )

    def _start_worker(self) -> subprocess.Popen:
        return self._start(
            *["db_worker", "--backend", "background", "--no-reload"],
            *["--no-startup-delay", "--interval", "2", "--skip-checks"],
        )

    def _start_due(self) -> subprocess.Popen:
        command = next(name for name in EACH_MINUTE if name in get_commands())
        return self._start(command, "--verbosity", "0")

    def _start(self, *command: str, environment=None) -> subprocess.Popen:
        # A session of its own keeps the terminal's Ctrl-C from the child, which
        # is told once, by `_stop`: told twice, the worker would drop its task.
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, str(settings.ROOT / "manage.py"), *command],
            env={**os.environ, **(environment or {})},
            start_new_session=True,
        )
        self.children = [c for c in self.children if c.poll() is None] + [child]
        return child

    def _stop(self, child: subprocess.Popen) -> None:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _refuse_taken_port(self, host: str, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} cannot be used ({error.strerror}). "
                    f"Choose another: make run PORT={port + 1}"
                ) from error

    def _wait_until_it_answers(self, web, host: str, port: int) -> None:
        while web.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex((host, port)) == 0:
                    return
            time.sleep(0.1)

    def _say_where(self, host: str, port: int) -> None:
        self.stdout.write(
            f"\n  The site:   http://{host}:{port}/\n"
            f"  In English: http://{host}:{port}/en/\n"
            f"  The admin:  http://{host}:{port}/admin/\n"
            f"  An account for the admin: make editor (in another terminal)\n"
            f"  Ctrl-C stops everything.\n"
        )
