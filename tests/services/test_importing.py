from datetime import date

import pytest

from claims.models import Article, Event, Source
from claims.reports.search import search_articles
from claims.services import articles, importing
from claims.services.importing import Listed, import_file
from claims.vocabulary import DateBasis, Verb
from tests.factories import make_analyst, make_article, make_user

pytestmark = pytest.mark.django_db

ARRIVAL = (
    b" date 2021-11-10 Taliban envoy arrives in Islamabad\n\nISLAMABAD: Muttaqi arrived on Wednesday. He met Qureshi."
)
BODY = b"Muttaqi arrived in Islamabad on Wednesday for talks. He met Qureshi the same day."
UPDATE = b"Muttaqi arrived in Islamabad on Wednesday for talks. He met Qureshi the same day. They dined."


def imported(raw=BODY, name="report.txt", **kwargs):
    outcome = import_file(name=name, raw=raw, **kwargs)
    assert outcome.status == importing.IMPORTED, outcome.reason
    return outcome.article


def test_what_the_text_states_is_recorded_with_its_basis():
    outcome = import_file(name="arrival.txt", raw=ARRIVAL, listed=Listed(publisher="Arab News"))

    article = Article.objects.get()
    assert (outcome.status, outcome.sentences) == (importing.IMPORTED, 3)
    assert article.title == "Taliban envoy arrives in Islamabad"
    assert (article.published_on, article.published_basis) == (date(2021, 11, 10), DateBasis.HEADER)
    assert (article.dateline, article.outlet.name, article.url) == ("ISLAMABAD", "Arab News", None)
    assert article.newest_version().text.endswith("Muttaqi arrived on Wednesday. He met Qureshi.")


def test_what_the_text_does_not_state_stays_unknown():
    article = imported()

    unknown = [article.title, article.outlet, article.byline, article.dateline, article.url, article.published_on]
    assert unknown == [None] * 6
    assert article.published_basis == DateBasis.UNKNOWN


def test_a_list_never_overrides_what_the_text_states():
    raw = BODY + b"\n\nPublished in Dawn, October 29th, 2019"

    article = imported(raw, listed=Listed(publisher="The News", title="Talks"))

    assert (article.outlet.name, article.title) == ("Dawn", "Talks")


def test_a_date_still_to_come_is_not_taken_and_said():
    outcome = import_file(name="a.txt", raw=b" date 2999-01-01 : Muttaqi arrived in Islamabad.")

    assert outcome.article.published_on is None
    assert "1 January 2999" in outcome.reason


def test_the_same_text_again_changes_nothing():
    article = imported(listed=Listed(publisher="Dawn"))
    events = Event.objects.count()

    outcome = import_file(name="report.txt", raw=BODY, listed=Listed(publisher="Dawn"))

    assert (outcome.status, outcome.article) == (importing.UNCHANGED, article)
    assert "version 1" in outcome.reason
    assert (Article.objects.count(), article.versions.count(), Event.objects.count()) == (1, 1, events)


@pytest.mark.parametrize(
    "raw",
    [
        BODY.replace(b". ", b".\r\n"),
        b"\xef\xbb\xbf" + BODY.replace(b". ", b".\n"),
        BODY.replace(b". ", b".\n").decode().encode("utf-16"),
        BODY.replace(b". ", b".\r") + b"\n\n",
    ],
)
def test_other_newlines_and_encodings_are_the_same_text(raw):
    imported(BODY.replace(b". ", b".\n"))

    assert import_file(name="report.txt", raw=raw).status == importing.UNCHANGED


def test_the_same_text_in_a_renamed_file_is_the_same_article():
    article = imported()

    outcome = import_file(name="renamed.txt", raw=BODY)

    assert (outcome.status, outcome.article) == (importing.UNCHANGED, article)


def test_the_same_text_from_another_outlet_is_another_article():
    imported(name="a.txt", listed=Listed(publisher="ANI"))

    outcome = import_file(name="b.txt", raw=BODY, listed=Listed(publisher="Republic World"))

    assert outcome.status == importing.IMPORTED
    assert Article.objects.count() == 2


def test_the_same_text_with_another_outlet_in_its_last_line_is_another_article():
    imported(BODY + b"\n\nPublished in Dawn, October 29th, 2019", name="a.txt")

    outcome = import_file(name="b.txt", raw=BODY + b"\n\nPublished in The News, October 29th, 2019")

    assert outcome.status == importing.IMPORTED


def test_copies_of_two_outlets_stay_apart_however_often_they_are_imported():
    listed = {"a.txt": Listed(publisher="ANI"), "b.txt": Listed(publisher="Republic World")}
    for name in ("b.txt", "a.txt"):
        imported(name=name, listed=listed[name])

    again = [import_file(name=name, raw=BODY, listed=listed[name]).status for name in ("a.txt", "b.txt")]

    assert again == [importing.UNCHANGED] * 2


def test_a_changed_file_is_a_new_version():
    article = imported()

    outcome = import_file(name="report.txt", raw=UPDATE)

    assert (outcome.status, outcome.article) == (importing.NEW_VERSION, article)
    assert [version.number for version in article.versions.all()] == [1, 2]
    assert article.newest_version().text == UPDATE.decode()
    assert Event.objects.filter(verb=Verb.NEW_VERSION, article=article).count() == 1
    assert [hit.article for hit in search_articles("dined")] == [article.pk]


def test_a_text_at_a_known_address_is_a_new_version_whatever_its_file_is_called():
    article = imported(listed=Listed(url="https://news.example/1"))

    outcome = import_file(name="other.txt", raw=b"Nothing is as it was.", listed=Listed(url="https://news.example/1"))

    assert (outcome.status, outcome.article) == (importing.NEW_VERSION, article)


def test_going_back_to_an_earlier_text_is_unchanged_and_says_which_is_newest():
    imported()
    import_file(name="report.txt", raw=UPDATE)

    outcome = import_file(name="report.txt", raw=BODY)

    assert outcome.status == importing.UNCHANGED
    assert "version 1" in outcome.reason
    assert "newest is version 2" in outcome.reason


def test_files_of_one_name_in_two_folders_are_two_articles():
    article = imported(folder="/corpus/monday")

    outcome = import_file(name="report.txt", raw=b"Ministers met in Dushanbe and parted.", folder="/corpus/tuesday")

    assert outcome.status == importing.IMPORTED
    assert outcome.article != article
    assert f"Article {article.pk} came from a file of the same name" in outcome.reason


def test_copies_of_one_name_in_two_folders_are_two_articles():
    article = imported(folder="/corpus/ani")

    outcome = import_file(name="report.txt", raw=UPDATE, folder="/corpus/dawn")

    assert outcome.status == importing.IMPORTED
    assert outcome.article != article


@pytest.mark.parametrize(("first", "second"), [("", ""), ("/corpus", ""), ("", "/corpus"), (None, "/corpus")])
def test_an_updated_text_whose_folder_nobody_knows_is_a_new_version(first, second):
    article = imported(folder=first)

    outcome = import_file(name="report.txt", raw=UPDATE, folder=second)

    assert (outcome.status, outcome.article) == (importing.NEW_VERSION, article)


def test_a_file_rewritten_in_its_place_is_a_new_version():
    article = imported(folder="/corpus")

    outcome = import_file(name="report.txt", raw=b"Nothing is as it was.", folder="/corpus")

    assert (outcome.status, outcome.article) == (importing.NEW_VERSION, article)


def test_an_upload_is_not_a_version_of_whatever_has_its_name():
    imported(folder="")

    outcome = import_file(name="report.txt", raw=b"Ministers met in Dushanbe and parted.", folder="")

    assert outcome.status == importing.IMPORTED


def test_a_later_list_fills_what_was_not_stated():
    article = imported()
    listed = Listed(publisher="Dawn", url="https://dawn.example/1", title="Envoy arrives")

    outcome = import_file(name="report.txt", raw=BODY, listed=listed)

    article.refresh_from_db()
    assert outcome.status == importing.UNCHANGED
    assert "Filled in: title, outlet, address." in outcome.reason
    assert (article.title, article.outlet.name, article.url) == ("Envoy arrives", "Dawn", "https://dawn.example/1")
    event = Event.objects.get(article=article, verb=Verb.CHANGED)
    assert event.before == {"title": None, "outlet": None, "url": None}
    assert outcome.as_row()["outlet"] == "Dawn"


def test_a_header_added_later_dates_the_article():
    article = imported()

    outcome = import_file(name="report.txt", raw=b" date 2021-11-10 : " + BODY)

    article.refresh_from_db()
    assert outcome.status == importing.UNCHANGED
    assert (article.published_on, article.published_basis) == (date(2021, 11, 10), DateBasis.HEADER)


def test_what_a_person_knows_better_is_not_filled_or_overwritten():
    article = imported(listed=Listed(title="Envoy arrives", publisher="Dawn"))
    articles.edit(article=article, title="", by=make_analyst())

    outcome = import_file(name="report.txt", raw=BODY, listed=Listed(title="Envoy arrives", publisher="Dawn"))

    assert outcome.article.title is None
    assert "Filled" not in outcome.reason


def test_filling_makes_no_source_that_is_not_used():
    imported(listed=Listed(publisher="Dawn", url="https://dawn.example/1"))

    import_file(name="report.txt", raw=BODY, listed=Listed(publisher="Dawm", url="https://dawn.example/1"))

    assert [source.name for source in Source.objects.all()] == ["Dawn"]


def test_the_title_follows_the_headline_of_the_newest_text():
    article = imported(ARRIVAL, name="arrival.txt")

    import_file(name="arrival.txt", raw=ARRIVAL.replace(b"Taliban envoy arrives", b"Afghan minister lands"))

    article.refresh_from_db()
    assert article.title == "Afghan minister lands in Islamabad"


def test_a_title_that_a_person_gave_stays():
    article = imported(ARRIVAL, name="arrival.txt")
    articles.edit(article=article, title="Muttaqi in Islamabad", by=make_analyst())

    import_file(name="arrival.txt", raw=ARRIVAL.replace(b"Taliban envoy arrives", b"Afghan minister lands"))

    article.refresh_from_db()
    assert article.title == "Muttaqi in Islamabad"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"Kabul\x00fell" * 9, "binary"),
        (bytes(range(256)) * 9, "encoding"),
        ("Kabul’s fall".encode() * 9 + b"\xff", "damaged"),
        (b" date 2021-11-10 ", "header"),
        (b" date 2021-11-10 :\n\n", "header"),
        (b"ISLAMABAD:\n", "dateline"),
        (b"Published in Dawn, October 29th, 2019", "header, a dateline"),
        (b"* * *\n-----\n", "signs"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason_and_leaves_nothing(raw, sentence):
    outcome = import_file(name="bad.txt", raw=raw)

    assert (outcome.status, outcome.article) == (importing.REFUSED, None)
    assert sentence in outcome.reason
    assert not Article.objects.exists()


def test_a_file_over_the_limit_is_refused(settings):
    settings.FACTCHECK_MAX_ARTICLE_BYTES = 1_000_000

    outcome = import_file(name="big.txt", raw=b"Words. " * 300_000)

    assert outcome.status == importing.REFUSED
    assert outcome.reason == "The file has 2.1 MB; an article has at most 1.0 MB."


def test_what_a_list_says_too_long_is_refused_or_cut():
    cut = import_file(name="a.txt", raw=BODY, listed=Listed(title="Long " * 200))
    refused = import_file(name="b.txt", raw=UPDATE, listed=Listed(url="https://news.example/" + "a" * 1000))
    nameless = import_file(name="c.txt", raw=UPDATE, listed=Listed(publisher="Paper " * 50))

    assert len(cut.article.title) == 500
    assert [refused.status, nameless.status] == [importing.REFUSED] * 2
    assert Article.objects.count() == 1


def test_a_very_long_name_is_known_again():
    name = "a" * 300 + ".txt"
    imported(name=name)

    assert import_file(name=name, raw=UPDATE).status == importing.NEW_VERSION


def test_a_file_name_that_is_no_text_is_stored_as_what_can_be_shown():
    outcome = import_file(name="caf\udce9.txt", raw=BODY)

    assert outcome.file == "caf?.txt"
    assert outcome.status == importing.IMPORTED


def test_letters_beyond_the_basic_plane_keep_their_places():
    article = imported("Muttaqi 🇦🇫 arrived. He met Qureshi.".encode())

    version = article.newest_version()
    assert [sentence.text for sentence in version.sentences.all()] == ["Muttaqi 🇦🇫 arrived.", "He met Qureshi."]
    assert all(version.text[s.start : s.end] == s.text for s in version.sentences.all())


def test_a_person_who_only_reads_imports_nothing():
    with pytest.raises(importing.NotAllowed):
        import_file(name="a.txt", raw=BODY, by=make_user())

    assert not Article.objects.exists()


def test_the_outcome_holds_plain_values_only():
    row = import_file(name="arrival.txt", raw=ARRIVAL).as_row()

    assert list(row) == [
        "file", "status", "article", "title", "outlet", "published_on", "published_basis", "sentences", "reason",
    ]  # fmt: skip
    assert {type(value) for value in row.values()} == {str, int, type(None)}
    assert row["published_basis"] == "header"


def test_the_log_says_who_imported_what():
    analyst = make_analyst()

    article = imported(by=analyst)

    event = Event.objects.get(article=article)
    assert (event.actor, event.verb, event.after["file"]) == (analyst, Verb.IMPORTED, "report.txt")


def test_a_long_text_takes_few_queries(django_assert_max_num_queries):
    make_article()

    with django_assert_max_num_queries(40):
        import_file(name="long.txt", raw=b"Muttaqi arrived in Islamabad. " * 3000)
