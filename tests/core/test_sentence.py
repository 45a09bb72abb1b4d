"""Sentences are plain data that survives translation, JSON and processes."""

from __future__ import annotations

import json
import pickle
from dataclasses import asdict

from gendesk.core.sentence import Sentence, Trouble


def test_values_fill_the_braces() -> None:
    assert str(Sentence("{count} of {all} are broken.", {"count": 3, "all": 9})) == (
        "3 of 9 are broken."
    )
    assert Sentence(**json.loads(json.dumps(asdict(Sentence("{a}", {"a": 1}))))) == Sentence(
        "{a}", {"a": 1}
    )


def test_a_trouble_keeps_its_sentence_across_processes() -> None:
    class Special(Trouble):
        pass

    trouble = Trouble("There is no {text}.", text="text")
    assert str(trouble) == "There is no text."
    again = pickle.loads(pickle.dumps(trouble))  # as multiprocessing sends it; nothing foreign
    assert again.sentence == trouble.sentence
    assert Special("x").__reduce__()[1][0] is Special
