"""The system's Chromium and what drives it: `python -m tests.chromium` fails with a sentence where one is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAUNCH_OPTIONS = [
    "--no-sandbox",  # the sandbox does not start for root, as whom CI runs
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def path():
    """Return the path of the browser, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def complaint():
    """Return the sentence that says what is missing to test in a browser, or None."""
    if not path():
        return f"No browser found (looked for {', '.join(NAMES)})."
    # The driver comes with its own Node.js, which needs a library that a bare Debian does not have.
    driver = Path(playwright.__file__).parent / "driver" / "node"
    started = subprocess.run([driver, "--version"], capture_output=True, text=True, check=False)
    return f"The browser's driver does not start: {started.stderr.strip()}" if started.returncode else None


if __name__ == "__main__":
    sys.exit(complaint())
