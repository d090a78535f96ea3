"""Make the pictures of the README: the app and the demo's page in Chromium, light and dark.

Needs ``chromium`` (or the path in CHROMIUM). Fails where a picture is larger than it may be.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDE, TALL, TIES_TALL = 1280, 800, 960
LARGEST = 300_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
TIES = "section[aria-labelledby='ties']"


def main() -> int:
    """Write ``report``, ``ties`` and ``app``, each in both themes."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        print("There is no chromium. Install it, or name it in CHROMIUM.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "demo.html"
        command = [sys.executable, "-m", "parasocial", "demo", "--no-open", "--quiet", "-o"]
        subprocess.run([*command, str(page)], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        made = [*shoot(browser, page, "light"), *shoot(browser, page, "dark")]
        made += shoot_app(browser, Path(folder))
        browser.close()
    large = [path.name for path in made if path.stat().st_size > LARGEST]
    for path in made:
        print(f"{path.stat().st_size:>8,}  {path.name}")
    if large:
        print(f"Too large: {', '.join(large)}", file=sys.stderr)
    return int(bool(large))


def shoot(browser: Browser, file: Path, theme: Literal["light", "dark"]) -> list[Path]:
    """The first screen, and the ties, in one theme."""
    view = browser.new_page(
        viewport={"width": WIDE, "height": TALL}, color_scheme=theme, reduced_motion="reduce"
    )
    view.goto(file.as_uri())
    view.evaluate("document.fonts.ready")
    first, ties = PICTURES / f"report-{theme}.png", PICTURES / f"ties-{theme}.png"
    view.screenshot(path=first)
    box = view.locator(TIES).bounding_box()
    if box is None:
        raise LookupError(f"The page has no {TIES}.")
    height = min(box["height"], TIES_TALL)
    view.screenshot(
        path=ties, full_page=True, clip={"x": 0, "y": box["y"], "width": WIDE, "height": height}
    )
    view.close()
    return [first, ties]


def shoot_app(browser: Browser, folder: Path) -> list[Path]:
    """The app's first page in both themes, from an app that runs and has nothing yet."""
    command = [sys.executable, "-m", "parasocial", "app", "--no-browser", "--ledger"]
    made = []
    with subprocess.Popen(
        [*command, str(folder / "me.ledger")], stdout=subprocess.PIPE, text=True
    ) as app:
        address = app.stdout.readline().strip() if app.stdout else ""
        themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for theme in themes:
            view = browser.new_page(
                viewport={"width": WIDE, "height": TALL},
                color_scheme=theme,
                reduced_motion="reduce",
            )
            view.goto(address)
            view.evaluate("document.fonts.ready")
            made.append(PICTURES / f"app-{theme}.png")
            view.screenshot(path=made[-1])
            view.close()
        app.terminate()
    return made


if __name__ == "__main__":
    sys.exit(main())
