import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"^\s*(?:\$ )?make ([a-z]+)|`make ([a-z]+)", re.MULTILINE)


def test_readme_names_commands_that_exist():
    named = {first or second for first, second in COMMAND.findall((ROOT / "README.md").read_text())}
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert {"run", "test"} <= named
    assert named - made == set()


def test_continuous_integration_runs_the_test_command_and_the_lint():
    commands = (ROOT / ".ci/run").read_text().splitlines()

    assert {"make test", "make lint"} <= set(commands)
