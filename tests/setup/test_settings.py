import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def start(code="", **variables):
    """Import the product's settings in a process that knows `variables` and nothing else."""
    clean = {"PATH": os.environ["PATH"], "FACTCHECK_ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, "-c", f"from factcheck import settings\n{code}"],
        cwd=ROOT,
        env=clean | variables,
        capture_output=True,
        text=True,
    )


def setting(name, **variables):
    """Return what a setting is under `variables`."""
    code = f"import json; print(json.dumps(settings.{name}))"
    return json.loads(start(code, **({"SECRET_KEY": "x"} | variables)).stdout)


def test_settings_refuse_to_start_without_secret_key():
    done = start()

    assert done.returncode != 0
    assert "ImproperlyConfigured: SECRET_KEY is not set." in done.stderr


@pytest.mark.parametrize("variables", [{"SECRET_KEY": "x"}, {"DEBUG": "True"}])
def test_settings_start_with_secret_key_or_for_debugging(variables):
    assert start(**variables).returncode == 0


@pytest.mark.parametrize(
    "name", ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
)
def test_transport_is_secured_unless_plain_http_is_asked_for(name):
    assert setting(name)
    assert not setting(name, FACTCHECK_PLAIN_HTTP="True")


def test_debug_is_off_unless_asked_for():
    assert setting("DEBUG") is False
    assert setting("DEBUG", DEBUG="True") is True


def test_policy_allows_nothing_inline_and_no_eval():
    policy = json.dumps(setting("CONTENT_SECURITY_POLICY"))

    assert "unsafe" not in policy
    assert setting("CONTENT_SECURITY_POLICY")["DIRECTIVES"]["default-src"] == ["'self'"]


def test_environment_wins_over_the_file(tmp_path):
    file = tmp_path / "env"
    file.write_text("SECRET_KEY=x\nTIME_ZONE=Asia/Kabul\nFACTCHECK_GRACE_DAYS=5\n")

    assert setting("TIME_ZONE", FACTCHECK_ENV_FILE=str(file), TIME_ZONE="Europe/Paris") == "Europe/Paris"
    assert setting("FACTCHECK_GRACE_DAYS", FACTCHECK_ENV_FILE=str(file)) == 5


def test_address_of_the_database_cannot_weaken_sqlite():
    options = "DATABASES['default']['OPTIONS']['transaction_mode']"

    assert setting(options, DATABASE_URL="sqlite:///x.sqlite3?transaction_mode=DEFERRED") == "IMMEDIATE"


def test_forwarded_protocol_is_believed_only_behind_a_proxy_of_ours():
    code = "print(hasattr(settings, 'SECURE_PROXY_SSL_HEADER'))"

    assert start(code, SECRET_KEY="x").stdout == "False\n"
    assert start(code, SECRET_KEY="x", FACTCHECK_PROXY_COUNT="1").stdout == "True\n"


def test_no_mail_is_sent_unless_a_server_is_named():
    assert setting("EMAIL_HOST") == setting("EMAIL_HOST", EMAIL_URL="") == ""

    named = {"EMAIL_URL": "smtp+tls://ann:secret@mail.example:587", "FACTCHECK_URL": "https://desk.example/"}
    found = [setting(name, **named) for name in ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "FACTCHECK_URL")]
    assert found == ["mail.example", 587, True, "https://desk.example"]
