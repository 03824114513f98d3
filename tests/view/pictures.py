"""Take the reference pictures again: `python tests/view/pictures.py STORE`.

They are for eyes, not for comparing bit by bit: fonts differ from machine to machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from services.browser import chromium  # noqa: E402

from kg.atlas import Atlas  # noqa: E402 - after the path that finds the module beside it

WIDE, PHONE = (1200, 720), (390, 760)
PICTURES = {
    "chain_zh": ("", WIDE),
    "chain_selected_dark": ("node=company/英伟达&theme=dark", WIDE),
    "company_en": ("view=company&at=company/比亚迪&node=company/momenta&lang=en", WIDE),
    "policy_zh": ("view=policy&node=policy/十五五规划", WIDE),
    "phone_zh": ("node=company/momenta", PHONE),
}


def main() -> None:
    """Write each picture beside this file."""
    with TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "page.html"
        Atlas.open(sys.argv[1]).view().save(file)
        for name, (hash, (width, height)) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
            page.goto(f"{file.as_uri()}#{hash}")
            page.wait_for_selector(".spot, .matrix, .empty")
            page.screenshot(path=Path(__file__).with_name("pictures") / f"{name}.png")


if __name__ == "__main__":
    main()
