"""A first try on this machine, for `make run`: `python -m factcheck.demo_env write | free PORT | show PORT`.

Secret and passwords are made here, once, so that no two installations share them and none is in git.
"""

import os
import secrets
import socket
import sys
from pathlib import Path

import environ

ENV_FILE = Path(__file__).resolve().parent.parent / ".env"
DESK = {
    "analyst": "reads, annotates, links and proposes",
    "reviewer": "also decides, and reads the reports in the admin",
    "admin": "also manages people in the admin",
}


def write(path):
    """Write `path`, readable by its owner only; an existing file stays as it is."""
    lines = [
        "# Written by `make run` for a try on this machine. Keep it out of git.",
        f"SECRET_KEY={secrets.token_urlsafe(50)}",
        "ALLOWED_HOSTS=127.0.0.1,localhost",
        "# Served on this machine without TLS. Remove the line where others can reach it.",
        "FACTCHECK_PLAIN_HTTP=True",
        *(f"{_password_name(user)}={secrets.token_urlsafe(12)}" for user in DESK),
    ]
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def show(path, port):
    """Print where the application is and who can log in to it."""
    env = environ.Env()
    env.read_env(path)
    print(f"\nFactcheck is at http://127.0.0.1:{port}/ (stop it with Ctrl-C). The demo desk:")
    for user, does in DESK.items():
        password = env(_password_name(user), default="")
        print(f"  {user:<9} {password or '(no password in .env)':<24} {does}")
    print(flush=True)


def is_free(port):
    """Say whether nothing on this machine answers at `port`."""
    try:
        socket.create_connection(("127.0.0.1", int(port)), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


def _password_name(user):
    return f"FACTCHECK_DEMO_PASSWORD_{user.upper()}"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write"]:
            write(ENV_FILE)
        case ["free", port]:
            sys.exit(None if is_free(port) else f"Port {port} is taken. Choose another: make run PORT=8001")
        case ["show", port]:
            show(ENV_FILE, port)
        case _:
            sys.exit(__doc__)
