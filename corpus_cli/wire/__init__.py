"""JSONL in and out: lines, records, compression, rejects, and files that appear whole or not at all."""
