"""Batch ingest: walk, plan, read in worker processes, write the ledger, keep the index in step."""
