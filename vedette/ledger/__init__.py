"""ledger: Here is a record: keep it. Here is a key: give it back."""
