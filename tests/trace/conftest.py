"""The makers of small stories stand beside the tests; the repository's root is where they are imported from."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)
