"""A browser for the tests of the report page, or the reason why there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Yield one headless Chromium for all tests; skip them where it, its driver or selenium is missing."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed (extra: test)")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no Chromium with chromedriver here (Debian: apt-get install chromium chromium-driver)")
    profile = tmp_path_factory.mktemp("profile")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield browser
    browser.quit()


class Page:
    """Drive one report in the browser and say what stands on it."""

    def __init__(self, browser: Any, file: Path) -> None:
        self.browser = browser
        self.address = file.resolve().as_uri()
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        browser.get("about:blank")
        browser.get_log("browser")
        self.open("")

    def open(self, fragment: str) -> None:
        """Open the page anew at an address of its own."""
        self.browser.get("about:blank")
        self.browser.get(self.address + fragment)
        self.wait_for("#view > *")

    def run(self, script: str, *values: Any) -> Any:
        """Return what a function body gives once the page has settled."""
        settled = "const done = arguments[arguments.length - 1]; const values = [...arguments].slice(0, -1);"
        wait = "setTimeout(() => requestAnimationFrame(() => done(result)), 30);"
        body = f"{settled} const result = (function () {{ {script} }}).apply(null, values); {wait}"
        return self.browser.execute_async_script(body, *values)

    def wait_for(self, selector: str, seconds: float = 30.0) -> None:
        """Wait until a selector finds something; a busy machine takes its time to draw a large page."""
        script = "return document.querySelector(arguments[0]) !== null"
        for _ in range(round(seconds / 0.1)):
            if self.run(script, selector):
                return
            self.browser.execute_async_script("setTimeout(arguments[0], 100)")

    def texts(self, selector: str) -> list[str]:
        """Return the text of all elements that a selector finds."""
        return self.run("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector)

    def click(self, selector: str) -> None:
        """Click the first element that a selector finds."""
        event = "new MouseEvent('click', {bubbles: true})"
        self.run(f"document.querySelector(arguments[0]).dispatchEvent({event})", selector)

    def type(self, selector: str, words: str) -> None:
        """Put words into a field, and wait for what they change."""
        self.run(
            "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
            "field.dispatchEvent(new Event('input', {bubbles: true}));",
            selector,
            words,
        )
        self.browser.execute_async_script("setTimeout(arguments[0], 250)")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        self.run(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], bubbles: true}))",
            key,
        )

    def errors(self) -> list[str]:
        """Return what the console has as errors and warnings."""
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] != "INFO"]


@pytest.fixture
def page(chromium: Any) -> Any:
    """Return a function that opens a report; when the test ends, its console must be clean."""
    opened: list[Page] = []

    def open_page(file: Path) -> Page:
        opened.append(Page(chromium, file))
        return opened[-1]

    yield open_page
    for one in opened:
        assert one.errors() == []
