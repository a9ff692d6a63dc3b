"""Comments on a claim or a passage: read, made, corrected, withdrawn, marked as done."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers

from claims.forms.as_of import moment_of
from claims.forms.comments import CommentForm, CommentWithdrawForm
from claims.models import Claim, Comment, Passage, Thread
from claims.reports.comments import Place, place_of, talk_about
from claims.reports.people import find_people
from claims.services import comments, roles
from claims.views.acts import ActView, go_to


def talk_context(place, by, *, recorded_by=None, is_past=False, sent=None):
    """Return what `claims/_comments.html` needs to show the comments on `place`.

    A page of the past offers nothing to do. `sent` is the form that was refused, to be shown again where it stood.
    """
    talk = talk_about(place, recorded_by=recorded_by)
    return {
        "place": place,
        "talk": talk,
        "talk_is_past": is_past,
        "talk_by": by,
        "talk_refusal": roles.refusal(roles.must_annotate, by),
        "talk_form": sent if sent and not sent.thread else CommentForm(key=place.key),
        "talk_threads": [(each, _sent_to(each, sent) or _reply_form(each.thread)) for each in talk.open],
        "talk_done": [(each, _sent_to(each, sent)) for each in talk.done],
        "talk_sent_to_done": any(_sent_to(each, sent) for each in talk.done),
    }


def _sent_to(exchange, sent):
    """Return the form `sent` where it is a reply in `exchange`, or None."""
    return sent if sent and sent.thread == exchange.thread.pk else None


def _reply_form(thread, data=None):
    return CommentForm(data, key=f"comment:thread:{thread.pk}", thread=thread.pk, label="Reply")


class CommentsView(ActView):
    """The comments on one place; a comment or a reply is sent here."""

    template_name = "claims/comments.html"
    partial_name = "claims/_comments.html"
    thread = made = None

    def check(self):
        if self.request.method == "POST":
            roles.must_annotate(self.request.user)
            self.thread = self._thread()

    def _thread(self):
        sent = self.request.POST.get("thread", "")
        if not sent:
            return None
        threads = Thread.objects.filter(claim=self.place.claim, passage=self.place.passage)
        return get_object_or_404(threads, pk=sent if sent.isdecimal() and len(sent) < 18 else 0)

    def get_form(self, form_class=None):
        data = self.request.POST if self.request.method == "POST" else None
        return _reply_form(self.thread, data) if self.thread else CommentForm(data, key=self.place.key)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(claim=self.place.claim, passage=self.place.passage, **kwargs)
        sent = context["form"] if context["form"].is_bound else None
        return context | talk_context(self.place, self.request.user, sent=sent, **self.moment())

    def moment(self):
        """Return which past the address asks for: a record moment, or a day, of which comments know nothing."""
        if "recorded_by" not in self.request.GET:
            return {}
        return {"recorded_by": moment_of(self.request.GET["recorded_by"]), "is_past": True}

    def act(self, form):
        said = {
            "body": form.cleaned_data["body"],
            "token": form.cleaned_data["token"],
            "acknowledged": "acknowledge" in self.request.POST,
            "by": self.request.user,
        }
        if self.thread:
            self.made = comments.reply(thread=self.thread, **said)
        else:
            self.made = comments.make(claim=self.place.claim, passage=self.place.passage, **said)
        return self.place.url_of(self.made)

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not (self.request.htmx and self.made):
            return answer
        return self.render_to_response(talk_context(self.place, self.request.user) | {"made": self.made})


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class ClaimCommentsView(CommentsView):
    def load(self, number):
        self.place = Place(claim=get_object_or_404(Claim.objects.for_list(), number=number))


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class PassageCommentsView(CommentsView):
    def load(self, pk):
        rows = Passage.objects.with_attribution().select_related("article__outlet")
        self.place = Place(passage=get_object_or_404(rows, pk=pk))

    def get_context_data(self, **kwargs):
        links = self.place.passage.links.live().select_related("claim")
        return super().get_context_data(passage_links=links, **kwargs)


class CommentActView(ActView):
    """An act on one comment, on a page that shows it."""

    template_name = "claims/comment_act.html"
    heading = lead = submit = ""
    danger = False

    def load(self, pk):
        rows = Comment.objects.select_related("author", "thread__claim", "thread__passage__article")
        self.comment = get_object_or_404(rows, pk=pk)
        self.place = place_of(self.comment.thread)
        self.back = self.place.url_of(self.comment)

    def get_context_data(self, **kwargs):
        return super().get_context_data(comment=self.comment, place=self.place, back=self.back, **kwargs)


class CommentCorrectView(CommentActView):
    heading = "Correct your comment"
    lead = "What it said before stays on record beside it. Only people whom you name for the first time are told."
    submit = "Save the correction"

    def check(self):
        comments.check_correction(comment=self.comment, by=self.request.user)

    def get_form(self, form_class=None):
        data = self.request.POST if self.request.method == "POST" else None
        initial = {"body": self.comment.body}
        return CommentForm(data, key=f"comment:correct:{self.comment.pk}", initial=initial)

    def act(self, form):
        comment = comments.correct(
            comment=self.comment,
            body=form.cleaned_data["body"],
            acknowledged="acknowledge" in self.request.POST,
            by=self.request.user,
        )
        return self.done("The comment was corrected.", self.place.url_of(comment))


class CommentWithdrawView(CommentActView):
    form_class = CommentWithdrawForm
    heading = "Withdraw the comment"
    lead = "It stays on record with what it said, marked as withdrawn. Nobody is told of it any more."
    submit = "Withdraw"
    danger = True

    def check(self):
        comments.check_withdrawal(comment=self.comment, by=self.request.user)

    def act(self, form):
        comments.withdraw(comment=self.comment, by=self.request.user)
        return self.done("The comment was withdrawn.", self.back)


@require_POST
def thread_done(request, pk):
    """Mark a thread as done, or, with an empty `done`, as open again."""
    thread = get_object_or_404(Thread.objects.select_related("claim", "passage"), pk=pk)
    place = place_of(thread)
    comments.settle(thread=thread, done=bool(request.POST.get("done")), by=request.user)
    if request.htmx:
        return render(request, CommentsView.partial_name, talk_context(place, request.user) | {"settled": thread.pk})
    return go_to(request, f"{place.home}#thread-{thread.pk}")


@require_GET
def person_lookup(request):
    """Return the people whose name begins with `q`, for the list that opens after an @."""
    people = find_people(request.GET.get("q", "")[:150])
    return JsonResponse({"people": [{"username": person.username, "name": str(person)} for person in people]})
