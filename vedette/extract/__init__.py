"""extract: Here is a marked text: what it claims, and who says so."""
