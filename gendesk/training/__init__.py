"""How anything is trained: the loop, checkpoints, averaged weights, measures of quality."""
