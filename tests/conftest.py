"""What several tests need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parents[1]

# A slow machine is no reason to fail: only what is found counts.
settings.register_profile(
    "chainatlas",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("chainatlas")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's shared folder beside the checkout: reports, seeds, gold, traps.

    Tests that ask for it are skipped where it is not, and fail there under CI=true.
    """
    path = CHECKOUT.parent / "shared"
    if not path.is_dir():
        missing = f"{path} is not here: this test reads the reports in it"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return path
