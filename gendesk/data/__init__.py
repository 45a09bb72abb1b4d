"""Pictures in: sources, the decoder, the decoded cache, and the report on a data set."""
