from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from claims.models import Article
from claims.services import copies
from tests.factories import make_analyst, make_article, make_user

pytestmark = pytest.mark.django_db
URL = "/articles/import/"
BODY = b"Muttaqi arrived in Islamabad on Wednesday. He met Qureshi."


@pytest.fixture
def analyst(client):
    analyst = make_analyst()
    client.force_login(analyst)
    return analyst


def file(name, content=BODY):
    return SimpleUploadedFile(name, content)


def outcomes(response):
    return {outcome.file: outcome.status for outcome in response.context["outcomes"]}


def test_every_file_is_reported_and_a_bad_one_stops_nothing(client, analyst, settings):
    settings.FACTCHECK_MAX_ARTICLE_BYTES = 1000
    bad = [file("empty.txt", b""), file("binary.txt", b"\x00\x01" * 99), file("big.txt", b"Words. " * 999)]
    files = [file("a.txt"), *bad, file("b.txt", b"Ministers met in Dushanbe.")]

    response = client.post(URL, {"files": files, "upload": ""})

    assert response.status_code == 200
    refused = dict.fromkeys(["empty.txt", "binary.txt", "big.txt"], "refused")
    assert outcomes(response) == refused | {"a.txt": "imported", "b.txt": "imported"}
    page = response.content.decode()
    assert "The file is empty." in page
    assert "an article has at most 0.0 MB" in page
    assert all(article.get_absolute_url() in page for article in Article.objects.all())
    assert set(Article.objects.values_list("created_by", flat=True)) == {analyst.pk}


def test_the_same_upload_again_changes_nothing(client, analyst):
    client.post(URL, {"files": [file("a.txt")], "upload": ""})

    response = client.post(URL, {"files": [file("a.txt")], "upload": ""})

    assert outcomes(response) == {"a.txt": "unchanged"}


def test_an_updated_text_of_the_same_name_is_a_new_version_and_another_text_another_article(client, analyst):
    client.post(URL, {"files": [file("a.txt")], "upload": ""})

    updated = client.post(URL, {"files": [file("a.txt", BODY + b" They dined.")], "upload": ""})
    other = client.post(URL, {"files": [file("a.txt", b"Ministers met in Dushanbe and left.")], "upload": ""})

    assert outcomes(updated) == {"a.txt": "new_version"}
    assert outcomes(other) == {"a.txt": "imported"}


def test_a_list_of_sources_tells_what_the_texts_do_not(client, analyst):
    sources = file(
        "sources.csv", b"file,publisher,url,title\na.txt,Dawn,https://dawn.example/1,Arrival\nc.txt,ANI,,\n"
    )

    response = client.post(URL, {"files": [file("a.txt")], "sources": sources, "upload": ""})

    article = Article.objects.get()
    assert (article.title, article.outlet.name) == ("Arrival", "Dawn")
    assert "names files that were not there: c.txt." in response.content.decode()


@pytest.mark.parametrize("content", [b"", b"file,title\n", b"\x00\x01\x02"])
def test_a_wrong_list_of_sources_imports_nothing(client, analyst, content):
    response = client.post(URL, {"files": [file("a.txt")], "sources": file("sources.csv", content), "upload": ""})

    assert response.status_code == 422
    assert "The list of sources" in response.content.decode()
    assert not Article.objects.exists()


def test_an_upload_without_files_is_refused(client, analyst):
    response = client.post(URL, {"upload": ""})

    assert response.status_code == 422
    assert "Choose at least one text file." in response.content.decode()


def test_a_pasted_text_becomes_an_article_with_what_is_known_of_it(client, analyst):
    text = " date 2021-11-10 Envoy arrives in Islamabad\r\n\r\nMuttaqi arrived. He met Qureshi."
    sent = {"text": text, "title": "Not used", "publisher": "Dawn", "url": "https://dawn.example/1", "name": ""}

    response = client.post(URL, sent | {"paste": ""})

    article = Article.objects.get()
    assert outcomes(response) == {"": "imported"}
    assert "Pasted text" in response.content.decode()
    assert (article.title, article.outlet.name, article.url) == (
        "Envoy arrives in Islamabad",
        "Dawn",
        "https://dawn.example/1",
    )
    assert article.imported_from is None


@pytest.mark.parametrize(
    "wrong", [{"text": "  "}, {"text": " date 2021-11-10 "}, {"url": "javascript:x"}, {"text": "Words. " * 999}]
)
def test_a_refused_text_stays_in_the_form(client, analyst, settings, wrong):
    settings.FACTCHECK_MAX_ARTICLE_BYTES = 1000
    sent = {
        "text": "Muttaqi arrived.",
        "title": "Typed by me",
        "publisher": "Dawn",
        "url": "",
        "name": "",
        "paste": "",
    }

    response = client.post(URL, sent | wrong)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Typed by me" in page
    assert wrong.get("text", "Muttaqi arrived.").strip() in page
    assert not Article.objects.exists()


def test_two_unnamed_pastes_are_two_articles(client, analyst):
    make_article()
    for text in ("Muttaqi arrived in Islamabad.", "Ministers met in Dushanbe."):
        client.post(URL, {"text": text, "paste": ""})

    assert Article.objects.count() == 3


def test_who_only_reads_is_told_so(client):
    client.force_login(make_user())

    for response in (client.get(URL), client.post(URL, {"files": [file("a.txt")], "upload": ""})):
        assert response.status_code == 403
        assert "Only analysts and reviewers can do this." in response.content.decode()
    assert not Article.objects.exists()


def test_the_page_offers_both_ways(client, analyst):
    page = client.get(URL).content.decode()

    assert "multiple" in page
    assert "Paste a text" in page


def test_the_page_sums_up_as_the_command_does(client, analyst):
    client.post(URL, {"files": [file("a.txt")], "upload": ""})
    files = [file("a.txt"), file("b.txt", b"Ministers met in Dushanbe."), file("empty.txt", b"")]

    page = client.post(URL, {"files": files, "upload": ""}).content.decode()

    assert "1 imported, 1 unchanged, 0 new versions, 1 refused." in page


def test_the_day_that_a_text_does_not_state_is_said_with_it(client, analyst):
    client.post(URL, {"text": BODY.decode(), "published_on": "2021-11-10", "paste": ""})

    article = Article.objects.get()
    assert (article.published_on, article.published_basis) == (date(2021, 11, 10), "analyst")


def test_the_day_that_a_text_states_itself_counts_and_the_page_says_so(client, analyst):
    text = f"Published 9 November 2021\n\n{BODY.decode()}"

    response = client.post(URL, {"text": text, "published_on": "2021-11-10", "paste": ""})

    article = Article.objects.get()
    assert (article.published_on, article.published_basis) == (date(2021, 11, 9), "page")
    assert "The text states its own date, so 10 November 2021 was not taken." in response.content.decode()


def test_a_text_cannot_have_been_published_tomorrow(client, analyst):
    tomorrow = localdate() + timedelta(days=1)

    response = client.post(URL, {"text": BODY.decode(), "published_on": tomorrow.isoformat(), "paste": ""})

    assert response.status_code == 422
    assert "published_on" in response.context["paste"].errors
    assert not Article.objects.exists()


def test_a_story_as_it_is_copied_from_a_page_needs_nothing_typed(client, analyst):
    text = "Port to reopen by 20 November\r\nHALVIK, Nov 9, 2021 (Nordwire) — The port will reopen, Soll said."

    client.post(URL, {"text": text, "paste": ""})

    article = Article.objects.get()
    assert (article.title, article.published_on) == ("Port to reopen by 20 November", date(2021, 11, 9))


STORY = "Muttaqi is to visit Islamabad on Wednesday with a delegation of ten. " + "".join(
    f"Item {n} of the agenda is the trade of {thing} between both countries. "
    for n, thing in enumerate(["coal", "fruit", "cement", "cotton", "salt", "wheat", "tea", "timber"])
)
CHANGED = STORY.replace("delegation of ten", "delegation of twelve")


@pytest.fixture
def on_record():
    article = make_article(STORY, publisher="Dawn")
    copies.record(article.newest_version())
    return article


def paste(client, text, **said):
    return client.post(URL, {"text": text, "paste": ""} | said)


def test_a_text_that_is_nearly_one_on_record_is_asked_about_first(client, analyst, on_record):
    response = paste(client, CHANGED)

    assert response.status_code == 422
    assert "belongs_to" in response.context["paste"].errors
    assert f"Yes, of “{on_record.title}” (Dawn, 7 Nov 2021)" in response.content.decode()
    assert Article.objects.get().versions.count() == 1


def test_an_article_without_a_title_is_asked_about_by_how_it_begins(client, analyst):
    copies.record(make_article(STORY, title="", published_on=None).newest_version())

    response = paste(client, CHANGED)

    assert (
        "Yes, of “Muttaqi is to visit Islamabad on Wednesday with a delegation of ten.”" in response.content.decode()
    )


def test_a_changed_text_is_recorded_with_the_article_that_a_person_names(client, analyst, on_record):
    response = paste(client, CHANGED, belongs_to=on_record.pk)

    assert outcomes(response) == {"": "new_version"}
    assert Article.objects.get().newest_version().text == CHANGED.strip()


def test_a_text_of_which_a_person_says_so_is_another_article(client, analyst, on_record):
    response = paste(client, CHANGED, belongs_to="another")

    assert outcomes(response) == {"": "imported"}
    assert Article.objects.count() == 2


@pytest.mark.parametrize("said", [{"publisher": "ANI"}, {"text": "Ministers met in Dushanbe."}])
def test_a_text_of_another_outlet_or_of_other_words_is_not_asked_about(client, analyst, on_record, said):
    response = client.post(URL, {"text": CHANGED, "paste": ""} | said)

    assert outcomes(response) == {"": "imported"}


def upload(client, *files):
    return client.post(URL, {"files": [file(name, text.encode()) for name, text in files], "upload": ""})


def test_an_uploaded_text_that_is_nearly_one_on_record_is_named_with_the_way_to_compare_and_to_record_it(
    client, analyst, on_record
):
    response = upload(client, ("changed.txt", CHANGED), ("other.txt", "Ministers met in Dushanbe."))

    assert outcomes(response) == {"changed.txt": "imported", "other.txt": "imported"}
    new = Article.objects.get(imported_from="changed.txt")
    assert response.context["changed"] == [("changed.txt", new, on_record)]
    page = response.content.decode()
    assert f'href="{new.get_absolute_url()}?beside=article-{on_record.pk}"' in page
    assert f'href="{URL}?article={on_record.pk}&amp;text={new.pk}"' in page


def test_of_two_texts_of_one_upload_the_later_is_named(client, analyst):
    response = upload(client, ("a.txt", STORY), ("b.txt", CHANGED))

    [(name, article, earlier)] = response.context["changed"]
    assert (name, article.imported_from, earlier.imported_from) == ("b.txt", "b.txt", "a.txt")


def test_what_has_not_been_read_yet_is_counted(client, analyst, on_record, monkeypatch):
    monkeypatch.setattr("claims.views.imports.PATIENCE", -1)

    response = upload(client, ("changed.txt", CHANGED))

    assert (response.context["changed"], response.context["unread"]) == ([], 1)
    assert "1 text is still being read." in response.content.decode()


def test_the_form_for_a_changed_text_holds_the_one_that_was_uploaded_and_records_it(client, analyst, on_record):
    upload(client, ("changed.txt", CHANGED))
    new = Article.objects.get(imported_from="changed.txt")

    form = client.get(URL, {"article": on_record.pk, "text": new.pk}).context["paste"]
    paste(client, form["text"].value(), belongs_to=form["belongs_to"].value())

    assert form["text"].value() == new.newest_version().text
    assert on_record.newest_version().text == CHANGED.strip()


def test_a_pasted_text_of_which_a_person_has_said_that_it_is_another_is_not_named(client, analyst, on_record):
    response = paste(client, CHANGED, belongs_to="another")

    assert "changed" not in response.context


def test_the_page_of_an_article_leads_to_the_form_for_its_changed_text(client, analyst, on_record):
    page = client.get(on_record.get_absolute_url()).content.decode()
    form = client.get(f"{URL}?article={on_record.pk}").context["paste"]

    assert f'href="{URL}?article={on_record.pk}"' in page
    assert form["belongs_to"].value() == str(on_record.pk)


@pytest.mark.parametrize("typed", ["0", "x", "99999999999999999999"])
def test_an_article_that_does_not_exist_is_not_asked_about(client, analyst, typed):
    form = client.get(f"{URL}?article={typed}").context["paste"]

    assert "belongs_to" not in form.fields
