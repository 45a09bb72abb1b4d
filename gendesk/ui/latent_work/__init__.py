"""The latent explorer's work, by page; as in `work`, imports lie where they are used."""
