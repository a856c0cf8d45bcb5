"""knowledge: The things of the field and their names, as data."""
