from tests.benchmarks.attribution import rows


def test_the_benchmark_says_that_the_data_are_absent(tmp_path):
    (row,) = rows(tmp_path)

    assert row["ours"] is None
    assert "not measured" in row["note"]
