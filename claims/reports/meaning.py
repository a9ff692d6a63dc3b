"""How near texts are in meaning: static sentence embeddings, whose weights come inside their package."""

from functools import cache
from pathlib import Path

from claims.text.evidence.terms import telling_words

# A blank text has no direction, which would make its cosine no number.
NO_WORDS = "."


def similarities(text, others):
    """Return the cosine of `text` with each of `others`, in their order; nothing is fetched from anywhere."""
    if not others:
        return []
    found = vectors([text, *others])
    return [float(cosine) for cosine in found[1:] @ found[0]]


def vectors(texts):
    """Return a row of length 1 for each text: the mean of its telling words.

    Measured: with stop words left in, meaning adds nothing to the order by shared words; without them it does.
    """
    return model().embed([" ".join(telling_words(text)) or text.strip() or NO_WORDS for text in texts], norm=True)


@cache
def model():
    """Return the embeddings, loaded once."""
    # Here, not above: what never asks for meaning need not load the weights.
    import wordllama

    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
