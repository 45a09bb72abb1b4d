"""What networks are told of a picture's kind."""

from __future__ import annotations

import torch

from gendesk.nn.labels import told


def test_numbers_become_one_hot_and_shares_stay() -> None:
    assert told(torch.tensor([2, 0]), 3).tolist() == [[0, 0, 1], [1, 0, 0]]
    shares = torch.tensor([[0.25, 0.75, 0.0]])
    assert told(shares, 3) is shares
