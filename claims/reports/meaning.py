"""How near texts are in meaning: static sentence embeddings, whose weights come inside their package."""

from functools import cache
from pathlib import Path


def similarities(text, others):
    """Return the cosine of `text` with each of `others`, in their order; nothing is fetched from anywhere."""
    if not others:
        return []
    vectors = model().embed([text, *others], norm=True)
    return [float(cosine) for cosine in vectors[1:] @ vectors[0]]


@cache
def model():
    """Return the embeddings, loaded once."""
    # Here, not above: what never asks for meaning need not load the weights.
    import wordllama

    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
