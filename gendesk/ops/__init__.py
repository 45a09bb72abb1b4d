"""What is done with models and pictures: samples, reconstructions, figures, export."""
