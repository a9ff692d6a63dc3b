"""Many keys, a statement at a time: databases take only so many values at once."""

SIZE = 5_000


def batches(keys):
    """Yield the list `keys` in parts of at most 5,000."""
    for start in range(0, len(keys), SIZE):
        yield keys[start : start + SIZE]
