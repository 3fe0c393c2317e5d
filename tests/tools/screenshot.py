"""Make the README's picture of the report from the fixtures: `python tests/tools/screenshot.py [FILE.png]`.

Needs Chromium with chromedriver and selenium.  Runs the chain over fixtures/ in a scratch folder and photographs
four views of the report on one sheet.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
VIEWS = ("#books", "#edits?doc=magazine", "#duplicates", "#documents?doc=magazine.txt")
WIDTH, HEIGHT, GAP, SCALE = 1180, 760, 22, 0.66
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--allow-file-access-from-files")


def sheet(report: Path) -> str:
    """Return a page that shows the views side by side, two in a row."""
    frames = "".join(f'<div><iframe src="{report.as_uri()}{view}"></iframe></div>' for view in VIEWS)
    wide, high = round(WIDTH * SCALE), round(HEIGHT * SCALE)
    return f"""<!doctype html><meta charset="utf-8"><style>
    body {{ margin: 0; padding: {GAP}px; display: grid; grid-template-columns: {wide}px {wide}px; gap: {GAP}px;
           background: #e9e4d8; width: max-content }}
    div {{ width: {wide}px; height: {high}px; overflow: hidden; border-radius: 6px; box-shadow: 0 1px 6px #0003 }}
    iframe {{ border: 0; width: {WIDTH}px; height: {HEIGHT}px; transform: scale({SCALE}); transform-origin: 0 0 }}
    </style>{frames}"""


def photograph(page: Path, picture: Path) -> None:
    """Write a picture of a whole page."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        browser = webdriver.Chrome(options=options, service=service)
        try:
            browser.get(page.as_uri())
            size = browser.execute_script("return [document.body.offsetWidth, document.body.offsetHeight]")
            metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1.25, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            browser.execute_async_script("setTimeout(arguments[0], 1200)")
            shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        finally:
            browser.quit()
    picture.write_bytes(base64.b64decode(shot["data"]))


def main(picture: Path) -> None:
    """Run the chain over the fixtures and photograph its report."""
    from corpus_cli.pipeline.run import run_folder
    from corpus_cli.review.report import write_report

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "run"
        run_folder([str(ROOT / "fixtures/pages"), str(ROOT / "fixtures/reprints.jsonl")], str(folder))
        page = Path(scratch) / "sheet.html"
        page.write_text(sheet(write_report(folder)), "utf-8")
        photograph(page, picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "fixtures/report.png")
