"""Pictures in: sources, the decoder, the decoded cache, and the report on a data set."""

from gendesk.data.dataset import Dataset
from gendesk.data.opening import open_dataset
from gendesk.data.report import Report, survey

__all__ = ["Dataset", "Report", "open_dataset", "survey"]
