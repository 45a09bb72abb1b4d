"""gendesk: a desktop studio for training generative models on your own pictures."""

__version__ = "0.1.0"
