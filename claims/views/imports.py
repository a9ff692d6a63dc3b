from pathlib import PurePath

from django.shortcuts import render
from django.views import View

from claims.errors import Refused
from claims.forms.articles import PasteForm, UploadForm
from claims.models import Article, AssistantRun, Source
from claims.reports.article_rows import with_openings
from claims.services import assistant, importing, known_articles, roles
from claims.services.source_lists import ListedFiles, read_source_list
from claims.views.marking import whole_number

# So long may somebody wait for suggestions from what was just imported; the worker reads the rest.
PATIENCE = 2.0
SAID_OF_TEXT = ("publisher", "url", "title", "published_on")


class ArticleImportView(View):
    """Import files or a pasted text, and show what became of each."""

    def dispatch(self, request, *args, **kwargs):
        roles.must_annotate(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        asked_of = _articles_named(request.GET.get("article", ""))
        if not asked_of:
            return self._page(UploadForm(), PasteForm())
        said = {"belongs_to": request.GET["article"], "text": _text_of(request.GET.get("text", ""))}
        return self._page(UploadForm(), PasteForm(like=asked_of, initial=said))

    def post(self, request):
        if "paste" in request.POST:
            return self._paste()
        return self._upload(UploadForm(request.POST, request.FILES))

    def _upload(self, form):
        listed = self._read_list(form) if form.is_valid() else None
        if form.errors:
            return self._page(form, PasteForm(), status=422)
        files = form.cleaned_data["files"]
        rows = ListedFiles(listed, [PurePath(file.name) for file in files])
        outcomes = [self._import(file, rows) for file in files]
        return self._page(UploadForm(), PasteForm(), outcomes=outcomes, warnings=list(rows.warnings()), unasked=True)

    def _read_list(self, form):
        sources = form.cleaned_data["sources"]
        if sources is None:
            return {}
        try:
            refusal = importing.too_large(sources.size)
            if refusal:
                raise Refused("The list of sources is too large to be one.")
            return read_source_list(sources.read())
        except Refused as refused:
            form.add_error("sources", str(refused))
            return None

    def _import(self, file, rows):
        refusal = importing.too_large(file.size)
        if refusal:
            return importing.Outcome(importing.shown(file.name), importing.REFUSED, reason=refusal)
        return importing.import_file(
            name=file.name, raw=file.read(), by=self.request.user, listed=rows.get(PurePath(file.name)), folder=""
        )

    def _paste(self):
        sent = self.request.POST
        form = PasteForm(sent, like=_articles_named(sent.get("belongs_to", "")))
        if form.is_valid() and not form.article:
            form = PasteForm(sent, like=importing.perhaps_changed(**_told(form)))
        if not form.is_valid():
            return self._page(UploadForm(), form, status=422)
        outcome = importing.import_file(**_told(form), article=form.article, by=self.request.user, folder="")
        if outcome.status == importing.REFUSED:
            form.add_error("text", outcome.reason.replace("The file", "The text"))
            return self._page(UploadForm(), form, status=422)
        return self._page(UploadForm(), PasteForm(), outcomes=[outcome])

    def _page(self, upload, paste, status=200, **context):
        outlets = Source.objects.outlets().values_list("name", flat=True)
        context |= {"upload": upload, "paste": paste, "outlets": outlets}
        if "outcomes" in context:
            versions = [outcome.article.newest_version() for outcome in context["outcomes"] if outcome.article]
            assistant.read_now(versions=versions, seconds=PATIENCE)
            context["summary"] = importing.summarise(outcome.status for outcome in context["outcomes"])
        if "unasked" in context:
            context |= _changed(context["outcomes"])
        return render(self.request, "claims/article_import.html", context, status=status)


def _changed(outcomes):
    """Return what was imported as an article and looks like a changed text of one, as (file, article, earlier)s.

    With how much of it has not been read yet, of which nobody can say.
    """
    files = {outcome.article.pk: outcome.file for outcome in outcomes if outcome.status == importing.IMPORTED}
    changed = [(files[article.pk], article, earlier) for article, earlier in known_articles.look_changed(files)]
    return {"changed": changed, "unread": AssistantRun.objects.waiting().filter(version__article__in=files).count()}


def _text_of(typed):
    """Return the newest text of the article whose id is `typed`; empty where it is none."""
    named = Article.objects.filter(pk=whole_number(typed)).first()
    return named.newest_version().text if named else ""


def _told(form):
    """Return name, bytes and all that was said of a pasted text."""
    values = form.cleaned_data
    listed = importing.Listed(**{name: values[name] for name in SAID_OF_TEXT})
    return {"name": values["name"], "raw": values["text"].encode(errors="replace"), "listed": listed}


def _articles_named(typed):
    """Return the article whose id is `typed`, with its opening, as a list; empty where it is none."""
    number = whole_number(typed)
    articles = with_openings(Article.objects.select_related("outlet"))
    return list(articles.filter(pk=number)) if number else []
