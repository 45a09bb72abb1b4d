"""Where pictures come from: one small class for each kind of source."""

from __future__ import annotations

from pathlib import Path

from gendesk.core.sentence import Trouble
from gendesk.data.sources.digits import Digits
from gendesk.data.sources.folder import Folder, printable
from gendesk.data.sources.source import Collection, Entry, Source

__all__ = ["Collection", "Entry", "Source", "parse"]


def parse(source: str) -> Source:
    """The source that a person named."""
    if source == "digits":
        return Digits("digits")
    kind, _, rest = source.partition(":")
    path = Path(rest if kind == "folder" else source).expanduser()
    if kind == "folder" or path.is_dir():
        return Folder(path)
    raise Trouble("There is no source {source}.", source=printable(Path(source)))
