"""Pictures in: sources, the decoder, the decoded cache, and the report on a data set."""

from gendesk.data.dataset import Dataset
from gendesk.data.opening import open_dataset
from gendesk.data.report import Report, survey
from gendesk.data.sources import catalogue

__all__ = ["Dataset", "Report", "catalogue", "open_dataset", "survey"]
