"""The type of NumPy arrays of any shape; the user of an array documents its contents and its axes."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
