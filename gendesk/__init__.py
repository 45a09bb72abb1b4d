"""gendesk: a desktop studio for training generative models on your own pictures."""
