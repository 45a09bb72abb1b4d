"""Pictures in: sources, the decoder, the decoded cache, and the report on a data set."""

from gendesk.data.dataset import Dataset
from gendesk.data.opening import open_dataset

__all__ = ["Dataset", "open_dataset"]
