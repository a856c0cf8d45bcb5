"""models.en: Here is how the English pipeline is trained."""

import os

for pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[pool] = "1"  # must happen before numpy is imported: one recipe, one core
