"""The panel in which pictures are denoised and enlarged."""
