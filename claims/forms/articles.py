"""What people type about an article, and the files that they bring."""

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.formats import date_format

from claims.forms.claims import CarryingForm, carried_field
from claims.forms.links import day_field
from claims.reports.article_rows import label_of
from claims.vocabulary import Standing, VersionChange

NOT_STATED = "Leave it empty when the article does not state it."
WHERE_UNSTATED = "Where the text states none."
OUTLETS = {"list": "known-outlets", "autocomplete": "off"}


def url_field(**kwargs):
    """Return an optional web address; what browsers would run instead of open is refused."""
    return forms.CharField(
        required=False,
        max_length=1000,
        validators=[
            URLValidator(schemes=["http", "https"], message="This is no web address. It begins with https://.")
        ],
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        **kwargs,
    )


class ArticleForm(CarryingForm):
    """What is known of an article."""

    title = forms.CharField(required=False, max_length=500, help_text=NOT_STATED)
    outlet_name = forms.CharField(
        required=False, max_length=200, label="Outlet", widget=forms.TextInput(attrs=OUTLETS), help_text=NOT_STATED
    )
    published_on = day_field(label="Published on")
    byline = forms.CharField(required=False, max_length=200, help_text="Who wrote it, without “By”.")
    dateline = forms.CharField(required=False, max_length=200, help_text="Where and when it was filed.")
    url = url_field(label="Address")
    reason = forms.CharField(
        required=False, max_length=2000, label="How you know", widget=forms.Textarea(attrs={"rows": 2})
    )
    lock_version = carried_field()

    def __init__(self, *args, article, **kwargs):
        initial = {name: getattr(article, name, None) for name in self.base_fields}
        initial["outlet_name"] = article.outlet and article.outlet.name
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["published_on"].help_text = _how_the_date_is_known(article)


def _how_the_date_is_known(article):
    if article.published_on is None:
        return "Not stated: passages of this article do not count until it has a date."
    return f"How we know: {article.get_published_basis_display()}."


class StandingForm(CarryingForm):
    """Whether an article can still carry evidence, and why."""

    standing = forms.ChoiceField(choices=Standing.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        label="What the outlet did, and where you read it",
        error_messages={"required": "Say what the outlet did, and where you read it."},
    )
    lock_version = carried_field()

    def __init__(self, *args, article, **kwargs):
        initial = {"standing": article.standing, "lock_version": article.lock_version}
        super().__init__(*args, initial=initial, **kwargs)


class VersionsForm(forms.Form):
    """Which two versions of an article to compare."""

    before = forms.TypedChoiceField(label="From", coerce=int)
    after = forms.TypedChoiceField(label="To", coerce=int)

    def __init__(self, *args, numbers, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = [(number, f"Version {number}") for number in numbers]


class VersionWhyForm(forms.Form):
    """Why a text has another version, and how one knows."""

    change = forms.ChoiceField(
        choices=[choice for choice in VersionChange.choices if choice[0] != VersionChange.INITIAL],
        widget=forms.RadioSelect,
        label="What the outlet did",
        help_text="Refiled: sent again without a change of fact. Corrected: it takes back what it said. "
        "Updated: it adds what is new.",
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        label="How you know",
        error_messages={"required": "Say how you know."},
    )


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Files, any number of them; each is judged on its own, so an empty one is no error of the form."""

    widget = SeveralFilesInput

    def clean(self, data, initial=None):
        if not data:
            raise forms.ValidationError("Choose at least one text file.")
        return list(data)


class UploadForm(forms.Form):
    """Text files, and a list of what is known of them."""

    files = SeveralFilesField(
        label="Text files",
        widget=SeveralFilesInput(attrs={"accept": ".txt,text/plain"}),
        help_text=f"At most {settings.DATA_UPLOAD_MAX_NUMBER_FILES - 1} at once.",
    )
    sources = forms.FileField(
        label="List of sources",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text="A CSV file with the columns file, publisher, url and title. It fills what a text does not state.",
    )


ANOTHER = "another"


class PasteForm(forms.Form):
    """The text of one article, and what is known of it.

    Where it may be a changed text of one of the articles `like`, loaded `with_openings`, it is asked of which;
    `article` is that one then.
    """

    belongs_to = forms.ChoiceField(
        widget=forms.RadioSelect(attrs={"autofocus": True}),
        label="Is it a changed text of an article on record?",
        error_messages={"required": "Nearly all of its words stand on record already: say what it is."},
    )
    text = forms.CharField(
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Paste the text of the article."},
        help_text="As it stands: headline, dateline and date are read from it where they are certain.",
    )
    title = forms.CharField(required=False, max_length=500, help_text=WHERE_UNSTATED)
    published_on = day_field(label="Published on", help_text=WHERE_UNSTATED)
    publisher = forms.CharField(required=False, max_length=200, label="Outlet", widget=forms.TextInput(attrs=OUTLETS))
    url = url_field(label="Address")
    name = forms.CharField(
        required=False,
        max_length=255,
        label="File name",
        help_text="Only to find the article again; an update of a text has the same address or the same name.",
    )

    def __init__(self, *args, like=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.like = {str(article.pk): article for article in like}
        choices = [(pk, f"Yes, of {_told(article)}") for pk, article in self.like.items()]
        self.fields["belongs_to"].choices = [*choices, (ANOTHER, "No, it is another article")]
        if not like:
            del self.fields["belongs_to"]

    @property
    def article(self):
        return self.like.get(self.cleaned_data.get("belongs_to"))

    def clean_published_on(self):
        day = self.cleaned_data["published_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("It cannot have been published on a day that is still to come.")
        return day


def _told(article):
    """Return what tells `article`, loaded `with_openings`, from others of nearly the same words."""
    name = f"“{article.title}”" if article.title else label_of(article)
    outlet = str(article.outlet) if article.outlet else "outlet not stated"
    day = date_format(article.published_on, "j M Y") if article.published_on else "date not stated"
    return f"{name} ({outlet}, {day})"
