"""places: The places of the world by name: countries, regions, localities, airfields."""
