"""The system's Chromium: `python -m tests.chromium` fails with a sentence where there is none."""

import shutil
import sys

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


if __name__ == "__main__":
    sys.exit(None if path() else f"No browser found (looked for {', '.join(NAMES)}).")
