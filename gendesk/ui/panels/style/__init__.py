"""The style panel: a picture is repainted in the style of others."""
