"""Files from the network: with progress, checked, and nothing left of one that was broken off."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

from gendesk.core.events import Event, Stage
from gendesk.core.sentence import Sentence, Trouble

_TIMEOUT_S = 10
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Download:
    """A file, where it may be had, and how it is known to be the right one."""

    urls: tuple[str, ...]  # tried in order
    path: Path
    md5: str = ""  # what the publisher gives: this,
    sha256: str = ""  # or the first digits of this


def fetch(title: str, downloads: list[Download]) -> Iterator[Event]:
    """Download what is not there yet.

    Raises:
        Trouble: no address gives the right file.
    """
    for number, download in enumerate(downloads, 1):
        if not _is_right(download):
            part = f"{number}/{len(downloads)}"
            yield from _fetch(download, f"{title} {part}" if len(downloads) > 1 else title)


def _fetch(download: Download, title: str) -> Iterator[Event]:
    why = ""
    for url in download.urls:
        try:
            yield from _copy(url, download, title)
            return
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            why = getattr(reason, "strerror", None) or str(reason)
    raise Trouble(
        "{title} could not be downloaded: {why}. Check the network, or put the file {name} "
        "into {folder}.",
        title=title,
        why=why.strip(" ."),
        name=download.path.name,
        folder=download.path.parent,
    )


def _copy(url: str, download: Download, title: str) -> Iterator[Event]:
    sentence = Sentence("Downloading {title}", {"title": title})
    yield Stage(sentence)
    download.path.parent.mkdir(parents=True, exist_ok=True)
    beside = download.path.with_name(f"{download.path.name}.{os.getpid()}.part")
    digest = _empty_digest(download)
    done = 0
    try:
        request = Request(url, headers={"User-Agent": "gendesk"})
        with urlopen(request, timeout=_TIMEOUT_S) as answer, beside.open("wb") as file:
            total = int(answer.headers.get("Content-Length", 0))
            while chunk := answer.read1(_CHUNK):
                file.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                yield Stage(sentence, done, total)
        if not _agrees(digest, download):
            raise ValueError("the file there is not the right one")
        beside.replace(download.path)
    finally:
        beside.unlink(missing_ok=True)


def _is_right(download: Download) -> bool:
    try:
        with download.path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: _empty_digest(download))
            return _agrees(digest, download)
    except OSError:
        return False


def _empty_digest(download: Download) -> hashlib._Hash:
    """The publishers' sums tell a damaged file; they are no protection from a forged one."""
    return hashlib.sha256() if download.sha256 else hashlib.md5(usedforsecurity=False)


def _agrees(digest: hashlib._Hash, download: Download) -> bool:
    """Whether the digest of all there is is the publisher's."""
    return digest.hexdigest().startswith(download.sha256 or download.md5)
