"""Rows as the records held them at an earlier moment: copies, so that nobody takes them for what is stored now."""

import copy

from claims.models import Source
from claims.vocabulary import Noun


def as_recorded(row, values, **related):
    """Return a copy of the model instance `row` that holds `values`, which `history.earlier_values` gives for it.

    `related` gives {key: instance} for a field that names another row, so that it need not be asked for.
    """
    past = copy.copy(row)
    for field in row._meta.concrete_fields:
        if field.name in values:
            setattr(past, field.attname, field.to_python(values[field.name]))
            if field.name in related:
                setattr(past, field.name, related[field.name].get(values[field.name]))
    return past


def links_as_recorded(links, past):
    """Return (copies, chains) of the loaded `links`: who spoke in their passages, and their articles, as of `past`.

    `chains` holds {passage id: sources through which its words came, nearest first}. As of now both are as loaded.
    """
    chains = {link.passage_id: _chain(link.passage) for link in links}
    if past.at is None:
        return links, chains
    articles, passages = past.of(Noun.ARTICLE), past.of(Noun.PASSAGE)
    of_links = [passages.get(pk, {}) for pk in chains]
    of_articles = [articles.get(link.passage.article_id, {}) for link in links]
    sources = Source.objects.in_bulk({key for values in of_links + of_articles for key in _sources(values)})
    told = {pk: values["chain"] for pk, values in zip(chains, of_links, strict=True) if "chain" in values}
    chains |= {pk: tuple(sources[key] for key in chain) for pk, chain in told.items()}
    return [_link_as_recorded(link, articles, passages, sources) for link in links], chains


def _chain(passage):
    return tuple(step.source for step in passage.chain_steps.all())


def _sources(values):
    return {key for key in (*values.get("chain", ()), values.get("origin"), values.get("outlet")) if key}


def _link_as_recorded(link, articles, passages, sources):
    past = copy.copy(link)
    past.passage = as_recorded(link.passage, passages.get(link.passage_id, {}), origin=sources)
    article = link.passage.article
    past.passage.article = as_recorded(article, articles.get(article.pk, {}), outlet=sources)
    return past
