"""vedette: what was said in public about military cooperation, by whom, and how many independent voices stand behind it."""

__version__ = "0.1.0"
