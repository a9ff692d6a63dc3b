"""What people say of a forecast that was given a new date."""

from django import forms
from django.utils.formats import date_format
from django.utils.text import Truncator

from claims.forms.claims import ChosenClaimForm
from claims.forms.link_acts import ArticleField, LinkCreateForm
from claims.forms.links import words_field
from claims.forms.marking import ClaimMakeForm
from claims.models import Link, Passage


class NewDateArticleForm(forms.Form):
    """The article whose words state the new date, before these are chosen."""

    article = ArticleField(
        max_length=1000,
        required=False,
        label="Or take words of an article",
        help_text="Its number, its address, or words of its title; the newest are offered as you type.",
    )
    known_articles = LinkCreateForm.known_articles


class RescheduleForm(ClaimMakeForm):
    """The claim with the new date, made from words of an article. `details()` are arguments of the service."""

    reason = words_field(2, max_length=2000, label="What else is to be said of it")

    WINDOW_FIELDS = ("window_start", "window_end", "window_basis")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["kind"], self.fields["review_on"]

    def details(self):
        names = [*self.WINDOW_FIELDS, "statement", "criteria", "owner", "reason"]
        return {name: self.cleaned_data[name] for name in names} | {"topic_names": self.cleaned_data["topics"]}

    @property
    def window_fields(self):
        return [self[name] for name in self.WINDOW_FIELDS]


class WordsField(forms.ModelChoiceField):
    """Words of a passage, said with who published them, and when."""

    widget = forms.RadioSelect

    def label_from_instance(self, passage):
        article = passage.article
        day = date_format(article.published_on, "j M Y") if article.published_on else "date not stated"
        return f"“{Truncator(passage.exact).words(40)}” {article.outlet or 'Outlet not stated'}, {day}"


class LaterClaimForm(ChosenClaimForm):
    """Which claim has the new date, and the words of it that say so."""

    passage = WordsField(
        Passage.objects.none(),
        required=False,
        blank=True,
        empty_label="None of these",
        label="Which words state the new date?",
    )
    reason = words_field(2, max_length=2000, label="What shows it", help_text="Needed where no words are chosen.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "The claim with the new date"
        self.later = self._named()
        if self.later:
            links = Link.objects.live().counting_for([self.later.pk])
            words = Passage.objects.filter(pk__in=links.values("passage")).select_related("article__outlet")
            self.fields["passage"].queryset = words.order_by("article__published_on", "pk")
            self.initial["passage"] = links.asserting().values_list("passage", flat=True).first()

    def _named(self):
        """Return the claim that the address or what was sent names, None where none."""
        said = self.data if self.is_bound else self.initial
        return ChosenClaimForm(initial={"claim": said.get("claim"), "q": said.get("q")}).asked()
