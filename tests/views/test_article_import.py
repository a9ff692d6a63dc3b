import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import Article
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
