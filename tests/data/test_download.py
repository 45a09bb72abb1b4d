"""Downloads report, are checked, and leave nothing half done. The server is on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import md5
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from torchvision import datasets

from gendesk import paths
from gendesk.core.events import Stage
from gendesk.core.sentence import Trouble
from gendesk.data import open_dataset
from gendesk.data.download import Download, fetch
from tests.data.conftest import drained, opened
from tests.data.test_sources import mnist


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Clients that hang up are what is tested."""


@pytest.fixture
def served(tmp_path: Path) -> Path:
    folder = tmp_path / "served"
    folder.mkdir()
    return folder


@pytest.fixture
def address(served: Path) -> Iterator[str]:
    """Where the folder `served` can be downloaded from."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(served)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def offered(served: Path, data: bytes = bytes(3_000_000)) -> tuple[str, str]:
    """A file to be downloaded: its name and sum."""
    (served / "file.bin").write_bytes(data)
    return "file.bin", md5(data).hexdigest()


def test_reports_and_keeps_the_file(served: Path, address: str, tmp_path: Path) -> None:
    name, checksum = offered(served)
    target = tmp_path / "in" / "file.bin"
    events = list(fetch("Things", [Download((address + name,), target, checksum)]))
    assert target.read_bytes() == bytes(3_000_000)
    stages = [event for event in events if isinstance(event, Stage)]
    assert str(stages[-1].sentence) == "Downloading Things"
    assert stages[-1].done == stages[-1].total == 3_000_000
    assert len(stages) > 5
    assert list(fetch("Things", [Download((address + name,), target, checksum)])) == []


def test_the_next_address_is_tried(served: Path, address: str, tmp_path: Path) -> None:
    name, checksum = offered(served)
    urls = ("http://127.0.0.1:9/", address + "missing", address + name)
    list(fetch("Things", [Download(urls, tmp_path / "file.bin", checksum)]))
    assert (tmp_path / "file.bin").is_file()


def test_a_wrong_file_is_not_kept(served: Path, address: str, tmp_path: Path) -> None:
    name, _ = offered(served)
    folder = tmp_path / "in"
    with pytest.raises(Trouble, match="not the right one"):
        list(fetch("Things", [Download((address + name,), folder / name, "0" * 32)]))
    assert list(folder.iterdir()) == []


def test_a_broken_off_download_leaves_nothing(served: Path, address: str, tmp_path: Path) -> None:
    name, checksum = offered(served)
    work = fetch("Things", [Download((address + name,), tmp_path / "in" / name, checksum)])
    list(islice(work, 3))
    work.close()  # type: ignore[attr-defined]
    assert list((tmp_path / "in").iterdir()) == []


def test_a_data_set_is_downloaded_once_and_then_used_offline(
    served: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = mnist(served, zipped=True)
    files = sorted(served.iterdir())
    resources = [(file.name, md5(file.read_bytes()).hexdigest()) for file in files]
    monkeypatch.setattr(datasets.MNIST, "mirrors", [address])
    monkeypatch.setattr(datasets.MNIST, "resources", resources)
    events, dataset = drained(open_dataset("torchvision:MNIST", size=28))
    said = [str(event.sentence) for event in events if isinstance(event, Stage)]
    assert "Downloading MNIST 1/4" in said
    assert np.array_equal(dataset.pictures[..., 0], pictures)
    assert dataset.held_out.tolist() == list(range(20, 30))
    monkeypatch.setattr(datasets.MNIST, "mirrors", ["http://127.0.0.1:9/"])
    assert opened("torchvision:MNIST", size=28).key == dataset.key
    assert opened("torchvision:MNIST", size=32).size == 32


def test_packed_files_that_lie_there_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = paths.data_sets() / "KMNIST" / "raw"
    pictures = mnist(raw, zipped=True)
    resources = [(file.name, md5(file.read_bytes()).hexdigest()) for file in sorted(raw.iterdir())]
    monkeypatch.setattr(datasets.KMNIST, "mirrors", ["http://127.0.0.1:9/"])
    monkeypatch.setattr(datasets.KMNIST, "resources", resources)
    dataset = opened("torchvision:KMNIST", size=28)
    assert np.array_equal(dataset.pictures[..., 0], pictures)
    assert gzip.decompress((raw / resources[0][0]).read_bytes())
