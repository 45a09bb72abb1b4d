"""Pictures made better by a model: one at a time or many, of any size, in bounded memory."""
