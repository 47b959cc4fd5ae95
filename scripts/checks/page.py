"""The pages of `emx serve` in a real browser: every flow with and without JavaScript, by keyboard alone, on a phone,
by day and by night; held against axe-core; and nothing that the page's own policy forbids.

SCREENSHOTS=DIR also writes a picture of every page.
"""

import json
import os
import re
import subprocess
import tempfile
import threading
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from _emx import EMX, SAMPLES

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURES = os.environ.get("SCREENSHOTS")
LOOKS = {
    "light": {"viewport": {"width": 1200, "height": 900}},
    "dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 700}, "has_touch": True},
    "forced": {"viewport": {"width": 1200, "height": 900}, "forced_colors": "active"},
    "plain": {"viewport": {"width": 1200, "height": 900}, "java_script_enabled": False},
}
faults = []
counted = 0


def expect(is_right, words):
    global counted
    counted += 1
    if not is_right:
        faults.append(words)
        print(f"  {words}", flush=True)


class Server:
    """`emx serve` on a port of its own, with a folder of its own and a key."""

    def __init__(self, folder):
        command = [EMX, "serve", "--port", "0", "--set", f"data.folder={folder}"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.key = self.base = None
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if key := re.search(r"\bemx_\w+", line):
                self.key = key.group(0)
            if address := re.search(r"listening on (http://\S+)", line):
                self.base = address.group(1)
                break
        if not self.base:
            raise SystemExit("emx serve did not start:\n" + "".join(lines))
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            expect(False, "emx serve does not stop")


class Visitor:
    """Somebody who looks at pages in one way, and writes down what is wrong with them."""

    def __init__(self, browser, base, look):
        self.base, self.look = base, look
        self.context = browser.new_context(**LOOKS[look])
        self.page = self.context.new_page()
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: expect(False, f"{look}: script failed: {error}"))
        self.requests = []
        self.page.on("request", lambda request: self.requests.append(request.url))

    def hear(self, message):
        words = message.text
        if message.type == "error" and "status of 4" in words:
            return
        expect(message.type not in ("error", "warning"), f"{self.look}: the console says {words[:200]}")

    @property
    def has_script(self):
        return LOOKS[self.look].get("java_script_enabled", True)

    def go(self, path):
        return self.page.goto(self.base + path)

    def see(self, name):
        """Holds what is shown against what every page has to be."""
        page, where = self.page, f"{self.look}, {name}"
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{PICTURES}/{self.look}-{name}.png", full_page=True)
        foreign = [url for url in self.requests if not url.startswith((self.base, "data:"))]
        expect(foreign == [], f"{where}: asks others for {foreign}")
        expect(page.locator("h1").count() == 1, f"{where}: has {page.locator('h1').count()} headings of the page")
        expect("{{" not in page.content() and "{count}" not in page.inner_text("body"), f"{where}: has an unfilled place")
        if not self.has_script:
            return
        width = page.evaluate("document.documentElement.scrollWidth")
        expect(width <= LOOKS[self.look]["viewport"]["width"], f"{where}: is {width} px wide")
        for violation in Axe().run(page).response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"][:3]]
            expect(False, f"{where}: axe: {violation['id']}: {violation['help']}: {nodes}")

    def choose(self, files, **choices):
        self.go("/")
        self.page.set_input_files("#files", [str(file) for file in files])
        for name, value in choices.items():
            self.page.select_option(f"#{name}", value)
        self.page.click("main button[type=submit]")
        self.page.wait_for_selector("h1[data-heading]")

    def sign_in(self, key):
        self.go("/sign-in")
        self.see("sign-in")
        self.page.fill("#key", key)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(self.base + "/")

    def save(self, selector):
        with self.page.expect_download() as download:
            self.page.click(selector)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def text(self):
        return self.page.inner_text("main")

    def leave(self):
        self.context.close()


def documents(folder):
    """One that is wrong in several ways, one that is right, and one that is nothing."""
    good = json.loads((SAMPLES / "pact/steel-coil/input.json").read_text())
    bad = json.loads(json.dumps(good))
    records = []
    for index in range(12):
        record = json.loads(json.dumps(bad["data"][0]))
        record["id"] = f"5a1f8c4e-2b77-4d0e-9c53-7e2f6a9b{index:04x}"
        record["productNameCompany"] = f"<script>alert({index})</script>"
        record["pcf"]["geographyCountry"] = ["DE", "TR", "IN"][index % 3]
        record["pcf"]["declaredUnitAmount"] = "-12" if index < 2 else record["pcf"]["declaredUnitAmount"]
        records.append(record)
    files = {
        "good": (SAMPLES / "pact/steel-coil/input.json").read_text(),
        "bad": json.dumps({"data": records}, indent=2), "nothing": "\x01\x02 what is this",
        "large": json.dumps({"data": [records[5]], "padding": "x" * 1_300_000}),
    }
    paths = {}
    for name, text in files.items():
        paths[name] = Path(folder) / f"{name}.json"
        paths[name].write_text(text)
    paths["declaration"] = Path(folder) / "declaration.json"
    paths["declaration"].write_bytes((SAMPLES / "openepd/everything/input.json").read_bytes())
    return paths


def check_files(visitor, files):
    visitor.go("/")
    visitor.see("start")
    visitor.choose([files["bad"]])
    text = visitor.text()
    look = visitor.look
    expect("is rejected" in text and "must be corrected" in text, f"{look}: the verdict is not told")
    expect("Declared unit amount is -12" in text, f"{look}: the finding is not told")
    expect(visitor.page.locator("mark", has_text="-12").count() > 0, f"{look}: the place is not marked")
    expect("Intensity of products by origin" in text, f"{look}: origins are not drawn")
    visitor.page.click(".index a")
    expect("is rejected" in visitor.text(), f"{look}: a link to a finding leaves the result")
    visitor.see("rejected")
    visitor.page.click(".mail summary")
    mail = visitor.page.input_value("textarea")
    expect("Hello" in mail and "- " in mail and "line " in mail, f"{look}: the mail is not written")
    name, report = visitor.save("button[value=csv]")
    expect(name == "bad.json.report.csv" and b"DU-002" in report, f"{look}: the table is not saved, but {name}")
    name, report = visitor.save("button[value=html]")
    expect(b"<!DOCTYPE html>" in report, f"{look}: the report is not saved, but {name}")
    visitor.choose([files["bad"], files["declaration"], files["nothing"]])
    expect("3 files" in visitor.text() and "Could not be read" in visitor.text(), f"{look}: not all files are told")
    expect("Footprint by life-cycle stage" in visitor.text(), f"{look}: stages are not drawn")
    visitor.see("several")
    visitor.choose([files["large"]])
    expect(visitor.page.locator("[data-choose]").count() == 1, f"{look}: a large file is carried in the page")


def convert_file(visitor, files):
    look = visitor.look
    visitor.choose([files["good"]], to="pact@2.3")
    expect("What became of every value" in visitor.text(), f"{look}: the account is not shown")
    visitor.see("refused")
    visitor.choose([files["good"]], to="emx")
    expect("is converted" in visitor.text(), f"{look}: it is not converted")
    visitor.see("converted")
    name, output = visitor.save("button[formaction='/convert/output']:not([name])")
    expect(name.startswith("good.") and json.loads(output), f"{look}: the output is not saved, but {name}")
    name, loss = visitor.save("button[value=loss]")
    expect(json.loads(loss)["account"]["total"] > 0, f"{look}: the account is not saved")
    visitor.choose([files["good"]])
    visitor.page.click("button[formaction='/convert']")
    visitor.page.wait_for_selector(".loss")
    expect("What became of every value" in visitor.text(), f"{look}: a file can't be converted from its result")


def keep_file(visitor, files, key):
    look, page = visitor.look, visitor.page
    visitor.go("/submissions")
    expect("Sign in" in visitor.text(), f"{look}: submissions are shown to nobody")
    visitor.sign_in(key)
    visitor.go("/submissions")
    visitor.see("submissions-empty" if "Nothing is kept" in visitor.text() else "submissions-before")
    visitor.go("/")
    page.set_input_files("#files", str(files["bad"]))
    page.check("input[name=keep]")
    page.click("main button[type=submit]")
    page.wait_for_selector("dl.facts")
    expect("bad.json" in page.inner_text("h1"), f"{look}: the submission is not shown")
    visitor.see("submission")
    page.set_input_files(".next input[type=file]", str(files["good"]))
    page.click("form[action='/check'] button")
    page.wait_for_selector(".changes")
    expect("Since version 1" in visitor.text() and "Fixed" in visitor.text(), f"{look}: changes are not told")
    visitor.see("changes")
    name, original = visitor.save("a[href$='/original']")
    expect(original == files["good"].read_bytes(), f"{look}: the original is not saved")
    address = page.url
    page.click("form[action$='/conversion'] button")
    page.wait_for_selector(".loss")
    visitor.see("kept-conversion")
    visitor.go("/submissions")
    page.fill("#text", "bad")
    page.select_option("#verdict", "invalid")
    page.click("form.search button")
    page.wait_for_url("**/submissions?*")
    expect(page.locator("tbody tr").count() >= 1, f"{look}: a submission is not found")
    visitor.see("submissions")
    page.goto(address)
    page.click("a[href$='/delete']")
    page.wait_for_selector("button.danger")
    visitor.see("delete")
    page.click("button.danger")
    page.wait_for_url("**/submissions")
    expect(page.goto(address).status == 404, f"{look}: what was deleted is still there")
    visitor.go("/")
    page.click("form[action='/session/end'] button")
    page.wait_for_url(visitor.base + "/")
    visitor.go("/submissions")
    expect("Sign in" in visitor.text(), f"{look}: nobody is signed out")


def read_pages(visitor):
    for name, path, words in [
        ("formats", "/formats", "PACT"), ("format", "/formats/pact", "productNameCompany"),
        ("rules", "/rules?q=declared+unit", "DU-002"), ("rule", "/rules/DU-002", "What to do"),
        ("no-rule", "/rules/NO-999", "no such code"), ("nothing", "/nothing", "nothing here"),
    ]:
        response = visitor.go(path)
        expect(words in visitor.text(), f"{visitor.look}, {path}: does not say {words}")
        policy = response.headers.get("content-security-policy", "")
        expect("script-src 'self'" in policy and "unsafe" not in policy, f"{path}: the policy is {policy}")
        visitor.see(name)
    visitor.go("/rules")
    visitor.page.fill("#q", "nothing has these words")
    visitor.page.click("form.search button")
    visitor.page.wait_for_url("**/rules?*")
    expect("0 codes" in visitor.text(), f"{visitor.look}: the search finds what is not there")


def by_keyboard(visitor, files):
    """From the top of the page to a verdict, with no mouse."""
    page = visitor.page
    visitor.go("/")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.className") == "skip", "keyboard: the first stop is not the skip link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")
    page.wait_for_selector("#main:focus", timeout=5_000)
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        expect(outline != "none", f"keyboard: the focus is not seen on {reached[-1]}")
        if reached[-1] == "files":
            with page.expect_file_chooser() as chooser:
                page.keyboard.press("Enter")
            chooser.value.set_files(str(files["bad"]))
        if reached[-1] == "BUTTON":
            break
    # The first stop shows that the link did skip the navigation.
    expect(reached[:3] == ["files", "to", "profile"], f"keyboard: the order is {reached}")
    page.wait_for_selector(".chosen .digest")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1[data-heading]")
    expect(page.evaluate("document.activeElement.tagName") == "H1", "keyboard: the focus is not at the verdict")


def with_script(visitor, files):
    """What is better with JavaScript."""
    import hashlib

    page = visitor.page
    visitor.go("/")
    content = files["bad"].read_bytes()
    transfer = page.evaluate_handle(
        "text => { const data = new DataTransfer();"
        "data.items.add(new File([text], 'dropped.json')); return data; }", content.decode())
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": transfer})
    page.wait_for_selector(".chosen .digest")
    shown = page.inner_text(".chosen .digest")
    expect(hashlib.sha256(content).hexdigest() in shown, f"script: the digest is {shown}")
    expect("1 file chosen" in page.inner_text("[data-status]"), "script: what was chosen is not told")
    visitor.see("chosen")
    page.click("main button[type=submit]")
    page.wait_for_selector("h1[data-heading]")
    expect("dropped.json is rejected" in visitor.text(), "script: a dropped file is not checked")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=visitor.base)
    page.click(".mail summary")
    page.click("[data-copy]")
    page.wait_for_selector(".copy-status:not(:empty)")
    copied = page.evaluate("navigator.clipboard.readText()")
    expect(copied == page.input_value("textarea"), "script: the mail is not copied")
    visitor.choose([files["large"]])
    expect(page.locator("[data-choose]").is_hidden(), "script: the file is asked for though it is at hand")
    name, report = visitor.save("button[value=json]")
    expect(json.loads(report)["files"], "script: a large file's report is not saved")
    page.go_back()
    page.wait_for_selector("form#upload")


def another_site(server, files):
    """A form of another site is refused."""
    import urllib.error
    import urllib.request

    body = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n{}\r\n--b--\r\n'
    for headers in [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.org"}, {"Origin": "null"}]:
        headers["Content-Type"] = "multipart/form-data; boundary=b"
        request = urllib.request.Request(server.base + "/check", body, headers)
        try:
            status = urllib.request.urlopen(request).status
        except urllib.error.HTTPError as error:
            status = error.code
        expect(status == 403, f"another site's form is answered with {status}")


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    server = Server(folder + "/data")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    try:
        files = documents(folder)
        for look in LOOKS:
            visitor = Visitor(browser, server.base, look)
            read_pages(visitor)
            check_files(visitor, files)
            convert_file(visitor, files)
            keep_file(visitor, files, server.key)
            visitor.leave()
        for flow in (by_keyboard, with_script):
            visitor = Visitor(browser, server.base, "light")
            flow(visitor, files)
            visitor.leave()
        another_site(server, files)
    finally:
        browser.close()
        server.stop()

print(f"{counted} checks of pages, {len(faults)} failed")
raise SystemExit(1 if faults else 0)
