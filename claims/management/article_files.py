"""Files to import: found under the paths that a person gives, each read only when it is its turn."""

from dataclasses import dataclass
from pathlib import Path

from claims.services import importing


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file to import, or, with a `refusal`, a path under which there is none."""

    path: Path
    refusal: str = ""

    @property
    def name(self):
        """The base name, by which a list of sources knows the file."""
        return self.path.name or str(self.path)

    @property
    def place(self):
        """The whole path, whatever folder the command was given in."""
        return self.path.resolve()

    @property
    def folder(self):
        return str(self.place.parent).encode(errors="replace").decode()

    def read(self):
        """Return (bytes, None), or (None, the sentence that refuses the file); what is too large is never read."""
        if self.refusal:
            return None, self.refusal
        try:
            too_large = importing.too_large(self.path.stat().st_size)
            return (None, too_large) if too_large else (self.path.read_bytes(), None)
        except OSError as error:
            return None, f"The file cannot be read: {error.strerror}."


def find_files(paths):
    """Return every file under `paths`, in their order, each once; the .txt files of a folder stand by name."""
    found = {}
    for path in map(Path, paths):
        for file in _files_at(path):
            found.setdefault(file.place, file)
    return list(found.values())


def _files_at(path):
    if path.is_dir():
        texts = sorted(text for text in path.rglob("*") if text.suffix.lower() == ".txt" and text.is_file())
        return [ArticleFile(text) for text in texts] or [ArticleFile(path, "The folder holds no .txt file.")]
    if path.is_file():
        return [ArticleFile(path)]
    return [ArticleFile(path, "This is no regular file." if path.exists() else "There is no such file or folder.")]
