"""What every app stands on: errors, actors, accounts, workdays, documents, jobs, the ledger, the page shell."""
