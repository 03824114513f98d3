"""What may leave a loader: the gate is small and merciless, and says what it refused."""

from __future__ import annotations

from loaders.gate.gate import Gate
from loaders.gate.judgement import named

__all__ = ["Gate", "named"]
