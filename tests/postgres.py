"""A PostgreSQL server for one test run: `python -m tests.postgres` says where its programs are."""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED_URL = "FACTCHECK_TEST_POSTGRES_URL"
ROLE = "factcheck"


def programs():
    """Return the folder of PostgreSQL's programs, the newest where there are several, or None."""
    on_path = [Path(found).resolve().parent for found in [shutil.which("pg_ctl")] if found]
    # Debian keeps the server's programs off the PATH, a folder for each version.
    debian = sorted(
        (found.parent for found in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")),
        key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()],
    )
    return next(reversed(on_path + debian), None)


def shared_url():
    """Return the URL of this run's server, started by whoever asks first and stopped when that one ends."""
    if SHARED_URL not in os.environ:
        os.environ[SHARED_URL] = _start()
    return os.environ[SHARED_URL]


def _start():
    """Start a server in a folder of its own, reached by its socket there, so that no port is taken."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-postgres-"))
    owner = _unprivileged()
    if owner:
        shutil.chown(folder, owner)
    data, log = folder / "data", folder / "log"
    _run(owner, "initdb", "-D", data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    # Nothing here outlives the run, so nothing need survive a crash.
    options = f"-c listen_addresses='' -k {folder} -c fsync=off -c full_page_writes=off"
    _run(owner, "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
    atexit.register(_stop, owner, folder)
    return f"postgres://{ROLE}@/{folder}/postgres"


def _stop(owner, folder):
    _run(owner, "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _run(owner, program, *arguments):
    dropped = {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []} if owner else {}
    subprocess.run([programs() / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/", **dropped)


def _unprivileged():
    """Return whom to run the server as when we are root, as whom PostgreSQL refuses to run."""
    if os.geteuid() != 0:
        return None
    people = {person.pw_name for person in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in people)


if __name__ == "__main__":
    sys.exit(None if programs() else "PostgreSQL's programs are not on this machine.")
