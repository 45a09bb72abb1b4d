"""What a person calls the state of a run, and in which colour it stands."""

from __future__ import annotations

from gendesk.core.sentence import Sentence

_SENTENCES = {
    "new": Sentence("New"),
    "training": Sentence("Training"),
    "running": Sentence("Training"),
    "watching": Sentence("Training elsewhere"),
    "paused": Sentence("Paused"),
    "slow": Sentence("Slow motion"),
    "stopping": Sentence("Saving…"),
    "finished": Sentence("Finished"),
    "stopped": Sentence("Stopped"),
    "failed": Sentence("Failed"),
}
_TONES = {
    "training": "accent_text",
    "running": "accent_text",
    "watching": "accent_text",
    "paused": "warning",
    "slow": "accent_text",
    "stopping": "warning",
    "finished": "good",
    "failed": "danger",
}


def sentence(status: str) -> Sentence:
    """The word for a run's status; one that is not known stands for itself."""
    return _SENTENCES.get(status) or Sentence("{status}", {"status": status})


def tone(status: str) -> str:
    """The name of a colour of the theme."""
    return _TONES.get(status, "muted")
