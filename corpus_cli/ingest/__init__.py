"""Files to records: text and Markdown of any usual encoding, and the formats that recognition programs write."""

from corpus_cli.ingest.document import Document
from corpus_cli.ingest.documents import document_row, read_document
from corpus_cli.ingest.inputs import Input, find_inputs, left_out

__all__ = ["Document", "Input", "document_row", "find_inputs", "left_out", "read_document"]
