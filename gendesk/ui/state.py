"""What the window remembers from one start to the next: one small JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from gendesk import paths

log = logging.getLogger(__name__)


@dataclass
class State:
    """The user's choices about the window itself; experiments live in run folders."""

    theme: str = "system"  # "system", "light" or "dark"
    language: str = "system"  # "system", "en" or "tr"
    panel: str = "monitor"
    geometry: str = ""  # QWidget.saveGeometry in base64
    source: str = ""  # the pictures chosen last
    recent: list[str] = field(default_factory=list)  # folders, the newest first
    restore: dict[str, Any] = field(default_factory=dict)  # what `Choices` reads and writes
    style: dict[str, Any] = field(default_factory=dict)  # "recipe": how it was painted last
    latent: dict[str, Any] = field(default_factory=dict)  # "model" and "page" that were seen last

    @staticmethod
    def file() -> Path:
        """Where it lies."""
        return paths.home() / "window.json"

    @classmethod
    def read(cls) -> State:
        """As it was written last; whatever is missing or not understood keeps its default."""
        state = cls()
        try:
            data = json.loads(cls.file().read_text("utf-8"))
        except (OSError, ValueError):
            return state
        for f in fields(cls) if isinstance(data, dict) else ():
            value = data.get(f.name)
            if isinstance(value, type(getattr(state, f.name))):
                setattr(state, f.name, value)
        state.recent = [r for r in state.recent if isinstance(r, str)]
        return state

    def write(self) -> None:
        """Keep it; a full or read-only disk costs the memory of the window, nothing else."""
        file = self.file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_suffix(".new")
            beside.write_text(json.dumps(asdict(self), indent=2) + "\n", "utf-8")
            beside.replace(file)
        except OSError as error:
            log.warning("%s cannot be written: %s", file, error.strerror)

    def forget(self, source: str) -> None:
        """Take `source` from the recent ones: it cannot be had any more."""
        self.recent = [each for each in self.recent if each != source]

    def remember(self, source: str) -> None:
        """Put `source` first among the eight recent ones."""
        self.source = source
        self.recent = [source, *(r for r in self.recent if r != source)][:8]
