from tests.benchmarks import assistant


def test_the_benchmark_says_that_there_are_no_public_sets(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv(assistant.VARIABLE, str(tmp_path / "none"))

    assistant.show()

    assert "were not measured: no public sets are at hand. FACTCHECK_DATA names" in capsys.readouterr().out


def test_the_benchmark_says_which_set_is_missing(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv(assistant.VARIABLE, str(tmp_path))

    assistant.show()

    out = capsys.readouterr().out
    assert all(f"{task}: not measured" in out for task in ("time", "forward", "claiming"))
