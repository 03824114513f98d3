"""The page as an object that Jupyter shows inline."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

HEIGHT = 640


@dataclass(frozen=True)
class Page:
    """A page of the graph: shows itself in a notebook, or goes into a file."""

    html: str

    def save(self, path: str | Path) -> None:
        """Write the page to a file: all of it, or the file stays as it was."""
        from kg.export import write

        write(Path(path), [self.html])

    def __repr__(self) -> str:
        return f"<Page of {len(self.html):,} characters: .save(path) writes it>"

    def _repr_html_(self) -> str:
        # Without allow-same-origin the page cannot reach the notebook around it.
        return (
            f'<iframe sandbox="allow-scripts allow-downloads" title="chainatlas" '
            f'style="width:100%;height:{HEIGHT}px;border:0" srcdoc="{escape(self.html)}"></iframe>'
        )
