"""Where a user's store is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = "chainatlas.db"


def default_path() -> Path:
    """Where the store is when nobody says: $KG_STORE, or the user's data folder."""
    if path := os.environ.get("KG_STORE"):
        return Path(path)
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "chainatlas" / FILE
