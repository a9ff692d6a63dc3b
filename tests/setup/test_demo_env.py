import socket

import environ

from factcheck import demo_env


def secrets_in(file):
    """Return the values of a file's secret key and passwords."""
    lines = file.read_text().splitlines()
    return {line.partition("=")[2] for line in lines if "SECRET" in line or "PASSWORD" in line}


def test_env_file_is_for_its_owner_only(tmp_path):
    demo_env.write(tmp_path / "env")

    assert (tmp_path / "env").stat().st_mode & 0o777 == 0o600


def test_env_file_that_exists_is_kept(tmp_path):
    demo_env.write(tmp_path / "env")
    before = (tmp_path / "env").read_text()

    demo_env.write(tmp_path / "env")

    assert (tmp_path / "env").read_text() == before


def test_two_installations_share_no_secret(tmp_path):
    demo_env.write(tmp_path / "one")
    demo_env.write(tmp_path / "other")

    one, other = (secrets_in(tmp_path / name) for name in ("one", "other"))
    assert len(one) == len(other) == 4
    assert one & other == set()


def test_log_in_is_told_as_the_file_has_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(environ.Env, "ENVIRON", {})
    (tmp_path / "env").write_text("FACTCHECK_DEMO_PASSWORD_ANALYST=as-in-the-file\n")

    demo_env.show(tmp_path / "env", "8123")

    out = capsys.readouterr().out
    assert "127.0.0.1:8123/" in out
    assert "analyst   as-in-the-file" in out
    assert "reviewer  (no password in .env)" in out


def test_port_in_use_is_noticed():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])

        assert not demo_env.is_free(port)

    assert demo_env.is_free(port)
