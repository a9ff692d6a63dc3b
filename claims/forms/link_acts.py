"""What people type to add, revise or re-affirm a link from the page of its claim."""

import re

from django import forms

from claims.forms.links import EvidenceForm, LinkForm
from claims.models import Article

LISTED = 300
ADDRESS = re.compile(r"\s*(https?://|/)", re.IGNORECASE)
HERE = re.compile(r"/(?P<kind>articles|passages)/(?P<key>\d{1,9})(?:[/?#]|$)")
KEY = re.compile(r"\s*(\d{1,9})(?:\s*·.*)?\s*", re.DOTALL)


class ArticleField(forms.CharField):
    """An article, typed as its number ("12", or the line "12 · Title" of the list) or as its title."""

    widget = forms.TextInput(attrs={"list": "known-articles", "autocomplete": "off"})

    def clean(self, value):
        value = super().clean(value)
        found = find_articles(value)
        if not found:
            raise forms.ValidationError("No article has this number or title. Choose one from the list.")
        if len(found) > 1:
            raise forms.ValidationError("Several articles are called that. Put the number of one before its title.")
        return found[0]


def find_articles(typed):
    """Return the article that `typed` means, alone in a list; two or none where it is not clear.

    It may be a number, a title or words of one, the address of the article here, or the one where it was published.
    """
    if "\x00" in typed:  # nothing on record holds it, and PostgreSQL refuses to look for it
        return []
    rows = Article.objects.select_related("outlet")
    if ADDRESS.match(typed):
        return _at_address(rows, typed.strip())
    key = KEY.fullmatch(typed)
    if key:
        return list(rows.filter(pk=key[1]))
    return list(rows.filter(title__iexact=typed.strip())[:2]) or list(rows.filter(title__icontains=typed.strip())[:2])


def _at_address(rows, address):
    plain = address.partition("#")[0].rstrip("/")
    published = list(rows.filter(url__in=[address, plain, f"{plain}/"])[:2])
    here = HERE.search(address)
    if published or not here:
        return published
    return list(rows.filter(pk=here["key"]) if here["kind"] == "articles" else rows.filter(passages=here["key"]))


class LinkCreateForm(EvidenceForm):
    """Words of an article that is still to be named, tied to a claim."""

    article = ArticleField(
        max_length=1000,
        help_text="Its number, its address, or words of its title; the newest are offered as you type.",
    )

    @property
    def known_articles(self):
        """The newest articles, as lines of the page's list."""
        rows = Article.objects.order_by("-created_at", "-pk").values_list(
            "pk", "title", "outlet__name", "published_on"
        )
        return [
            (f"{pk} · {title or 'Title not stated'}", f"{outlet or 'outlet not stated'}, {day or 'date not stated'}")
            for pk, title, outlet, day in rows[:LISTED]
        ]


class LinkReviseForm(LinkForm):
    """What a stored passage does to its claim, said anew."""

    why = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, label="Why the link changes",
        help_text="The link of now stays on record, withdrawn with this reason.",
    )  # fmt: skip


class ReaffirmForm(forms.Form):
    """Why a suspended link still holds, and the words that stand for it now where the old ones are gone."""

    quote = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, label="The words that stand for it now",
        help_text="Exactly as they stand in the newest version.",
    )  # fmt: skip
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, label="Why the link still holds"
    )

    def __init__(self, *args, needs_place, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_place:
            del self.fields["quote"]
