"""Style transfer: a picture is painted until it has the content of one and the style of others."""
