"""The latent panel: a map, a manifold, seeds and walks through whatever a model has learnt."""
