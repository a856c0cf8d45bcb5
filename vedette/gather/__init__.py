"""gather: Here is a source: its documents."""
