"""What every action has in common: form → service → refusal beside the form, or the way on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView

from claims.errors import NeedsConfirmation, NotAllowed, Refused, Stale
from claims.models import Claim
from claims.reports.seen import seen_now
from claims.views.live import watch
from claims.views.sending import go_to, once
from claims.vocabulary import Doing


def way_back(request):
    """Return the page of this desk that the request names as `next`, to which an act leads; nothing where none."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if allowed else ""


def refusal(request, refused, back=None):
    """Say why an act cannot be done at all, as a page with the way `back` or, for htmx, as a notice."""
    template = "claims/_refusal.html" if request.htmx else "claims/refusal.html"
    return render(request, template, {"refusal": str(refused), "back": back}, status=422)


def status_of(refused):
    """Return 409 where the page was out of date, 422 where what was asked for is refused."""
    return 409 if isinstance(refused, Stale) else 422


class ActView(FormView):
    """A form whose valid data one service acts on.

    Subclasses give `check()` (raises `Refused` when the act cannot be done at all; asked before the form is shown),
    `act(form)` (calls the service; returns the URL to go to), and for htmx a `partial_name`, the template that
    `template_name` includes. A refusal answers 422, a stale form 409 (with `stale` in the context), warnings to
    acknowledge 422 (with `warnings`); what was typed stays in the form. `load()` may set
    `back`, where a refusal leads.
    """

    partial_name = None
    back = None

    def dispatch(self, request, *args, **kwargs):
        return once(request, lambda: self.answer(request, *args, **kwargs))

    def answer(self, request, *args, **kwargs):
        self.load(**kwargs)
        try:
            self.check()
        except NotAllowed:
            raise
        except Refused as refused:
            return self.refuse(refused)
        return super().dispatch(request, *args, **kwargs)

    @property
    def draft_name(self):
        """What a draft of this form is kept under in the browser, before the key of what it is about."""
        return self.request.resolver_match.url_name

    def load(self, **kwargs):
        """Fetch what the URL names."""

    def check(self):
        """Raise `Refused` when this person cannot do this act now."""

    def act(self, form):
        raise NotImplementedError

    def refuse(self, refused):
        """Say that the act is not possible; somebody may have made it so while this person was typing."""
        if self.request.method != "POST":
            return refusal(self.request, refused, self.back)
        form = self.get_form()
        form.add_error(None, str(refused))
        return self.form_invalid(form, status=status_of(refused))

    def done(self, sentence, url):
        """Tell the person what was done, and return the way on: back to where they came from, else to `url`."""
        messages.success(self.request, sentence)
        return way_back(self.request) or url

    def get_template_names(self):
        return [self.partial_name if self.request.htmx and self.partial_name else self.template_name]

    def form_invalid(self, form, status=422, **context):
        return self.render_to_response(self.get_context_data(form=form, **context), status=status)

    def form_valid(self, form):
        try:
            url = self.act(form)
        except NotAllowed:
            raise
        except NeedsConfirmation as refused:
            return self.form_invalid(form, warnings=refused.warnings)
        except Stale as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form, status=409, stale=True)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.form_invalid(form)
        return go_to(self.request, url)


class ClaimActView(ActView):
    """An act on the claim whose number stands in the URL, on a page of its own.

    `heading`, `lead` (what the act does, a sentence) and `submit` (the words on the button) are shown by the page;
    `danger` marks an act that takes something away; `previews` says that the page shows what will happen, as
    `effects`, and `asks_preview` that a button asks for it; `doing` is what colleagues see of who has the page open.
    """

    template_name = "claims/claim_act.html"
    heading = lead = submit = ""
    danger = previews = asks_preview = False
    doing = Doing.EDITING

    def load(self, number):
        self.newest = seen_now()
        self.claim = get_object_or_404(Claim.objects.for_list(), number=number)
        self.back = self.claim.get_absolute_url()

    def get_context_data(self, **kwargs):
        live = watch(self.claim, since=self.newest, doing=self.doing)
        cancel = way_back(self.request) or self.back
        return super().get_context_data(claim=self.claim, live=live, cancel=cancel, **kwargs)

    def done(self, sentence, url=None):
        return super().done(sentence, url or self.claim.get_absolute_url())
