"""The keys of shortcuts in templates, out of their one table."""

from django import template
from django.utils.html import format_html, format_html_join, json_script

from claims.templatetags.shortcut_table import BY_NAME, SHORTCUTS, in_scopes, is_character, signs_of

register = template.Library()


@register.simple_tag
def kbd(name):
    """Return the keys of the shortcut `name` as a button prints them; an unknown name is an error."""
    keys = BY_NAME[name].keys[0]
    return _printed(is_character(keys), signs_of(keys))


@register.simple_tag
def shortcut_data():
    """Return the table as a data block, from which shortcuts.js binds the keys."""
    rows = [{"name": one.name, "keys": one.keys, "repeats": one.repeats} for one in SHORTCUTS]
    return json_script(rows, "shortcut-table")


@register.simple_tag
def shortcut_groups():
    """Return (scope, (shortcut, its keys as they are printed)s) for each scope, for the list of all shortcuts."""
    return [(scope, [(one, _alternatives(one)) for one in shortcuts]) for scope, shortcuts in in_scopes()]


def _alternatives(shortcut):
    return format_html_join(" ", "<span>{}</span>", ((_printed(*one),) for one in shortcut.printed))


def _printed(is_character, signs):
    """Keys that can be switched off have a class, so that they vanish with what they did."""
    mark = format_html(' class="{}"', "character-key") if is_character else ""
    return format_html_join(" ", "<kbd{}>{}</kbd>", ((mark, sign) for sign in signs))
