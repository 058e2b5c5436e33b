"""The type of arrays: NumPy's, of any shape; what is in one, and what its sides are, its user says."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
