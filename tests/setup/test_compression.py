"""Pages travel compressed, padded at random so that their size tells nothing (BREACH)."""

import gzip

from django.test import Client


def test_a_page_is_compressed_for_who_takes_it_so_and_its_size_tells_nothing(db):
    answers = [Client().get("/login/", headers={"Accept-Encoding": "gzip"}) for _ in range(20)]

    assert {answer["Content-Encoding"] for answer in answers} == {"gzip"}
    assert all(b"Log in" in gzip.decompress(answer.content) for answer in answers)
    assert len({len(answer.content) for answer in answers}) > 5


def test_a_page_is_plain_for_who_takes_it_plain(db):
    assert b"Log in" in Client().get("/login/").content
