"""Photographs as their files hold them: read, written and shown with nothing lost on the way."""

from gendesk.ops.photo.picture import Photo
from gendesk.ops.photo.reading import MAX_PIXELS, READS, read_photo
from gendesk.ops.photo.screen import to_srgb8
from gendesk.ops.photo.writing import WRITES, format_of, write_photo

__all__ = [
    "MAX_PIXELS",
    "READS",
    "WRITES",
    "Photo",
    "format_of",
    "read_photo",
    "to_srgb8",
    "write_photo",
]
