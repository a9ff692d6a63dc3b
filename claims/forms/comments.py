"""What people type in a comment."""

import uuid

from django import forms

from claims.text.normalise import normalise
from claims.vocabulary import Digest

MOST_ROWS = 2**63 - 1


class WordsField(forms.CharField):
    """A text without what a record cannot hold; its length is the service's to judge, with all of it kept."""

    widget = forms.Textarea

    def to_python(self, value):
        return normalise(super().to_python(value))


class CommentForm(forms.Form):
    """Words about a claim or a passage, or an answer in the thread with the key `thread`.

    `token` tells one sending of the form from another; `key` names what is typed, so that the browser can keep it
    until it is sent.
    """

    body = WordsField(
        label="Comment",
        error_messages={"required": "Write something first."},
        widget=forms.Textarea(attrs={"rows": 3, "data-mentions": "", "aria-autocomplete": "list"}),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    thread = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=MOST_ROWS)

    def __init__(self, *args, key, thread=None, label="Comment", initial=None, **kwargs):
        self.thread = thread
        initial = {"token": uuid.uuid4(), "thread": thread} | (initial or {})
        super().__init__(*args, initial=initial, auto_id=f"id_{key.replace(':', '_')}_%s", **kwargs)
        self.fields["body"].label = label
        self.fields["body"].widget.attrs["data-draft"] = key


class CommentWithdrawForm(forms.Form):
    """Nothing is asked: the comment stays on record as it was."""


class SettingsForm(forms.Form):
    """What a person chooses for themselves."""

    digest = forms.ChoiceField(
        choices=Digest.choices,
        widget=forms.RadioSelect,
        label="Mail me what is unread in my inbox",
        help_text="Each thing once, and nothing when nothing is new.",
    )
    shows_presence = forms.BooleanField(
        required=False,
        label="Show colleagues that I am at a claim or an article, and show me who of them is there",
        help_text="Without this, neither they nor you see it. It is never recorded, and forgotten within a minute.",
    )
