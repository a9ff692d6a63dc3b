"""Tells text code that is linear from code that is not, by processor time: other work on the machine says nothing."""

import time

TRIES = 3


def seconds(read, unit, size):
    """Return the processor seconds that `read` takes on `size` characters of `unit` repeated."""
    text = (unit * size)[:size]
    started = time.thread_time()
    read(text)
    return time.thread_time() - started


def stays_in_proportion(read, unit, size):
    """Whether four times as much text takes nothing like sixteen times as long, in one of three tries.

    Quadratic code never does; linear code may miss once, when memory is cleaned up in the middle of it.
    """
    return any(seconds(read, unit, 4 * size) < 10 * seconds(read, unit, size) + 0.3 for _ in range(TRIES))
