import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNTIME, DEV = (ROOT / "requirements" / name for name in ("runtime.lock", "dev.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def pins(lock):
    """Return what a lock pins: a version for each package name."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(), re.MULTILINE))


def names(requirements):
    return {re.match(r"[\w-]+", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("lock", [RUNTIME, DEV], ids=lambda lock: lock.stem)
def test_lock_names_no_host(lock):
    assert "://" not in lock.read_text()


@pytest.mark.parametrize("lock", [RUNTIME, DEV], ids=lambda lock: lock.stem)
def test_lock_has_a_hash_for_every_package(lock):
    packages = re.split(r"^(?=[a-z0-9])", lock.read_text(), flags=re.MULTILINE)[1:]

    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_runtime_lock_holds_every_dependency():
    assert names(PROJECT["dependencies"]) - pins(RUNTIME).keys() == set()


def test_dev_lock_holds_every_tool():
    assert names(PROJECT["optional-dependencies"]["dev"]) - pins(DEV).keys() == set()


def test_tests_run_on_the_versions_that_are_served():
    assert pins(RUNTIME).items() <= pins(DEV).items()
