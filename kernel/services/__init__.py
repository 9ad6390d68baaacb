"""What changes accounts, keys, documents, jobs and the ledger."""
