"""models.be: Here is how the Belarusian pipeline is trained."""
