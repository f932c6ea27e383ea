#!/usr/bin/env python3
"""Shows that a browser opens every page of every draft without a message on its console and without asking the network
for anything, and that the markup names nothing outside the page. A page that does all of it is noticed."""

import html.parser
import json
import re
import subprocess

from mission import Mission, require, show

BROWSER = [
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
    "--disable-extensions", "--net-log-capture-mode=Everything", "--enable-logging=stderr", "--dump-dom",
]

# Shows that the three questions are asked in a way that has answers.
CONTROL = """<!doctype html><title>control</title><img src="http://127.0.0.1:9/picture.png">
<link rel="preconnect" href="https://127.0.0.1:10">
<script>console.log("heard"); fetch("https://127.0.0.1:9/data")</script>"""

CONTROLS = {"http://127.0.0.1:9/picture.png", "https://127.0.0.1:9/data", "https://127.0.0.1:10"}


class References(html.parser.HTMLParser):
    """What the markup makes a browser load or lets a reader follow."""

    # An image that is its own address asks nobody for anything.
    INSIDE = "data:image/svg+xml;base64,"
    LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "xlink:href", "manifest"}

    def __init__(self, text):
        super().__init__()
        self.outside, self.ids, self.fragments, self.scripts = [], [], [], 0
        self.feed(text)
        if re.search(r"url\(\s*['\"]?(?!#)|@import", text):
            self.outside.append("an address in a style")

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script"
        for name, value in attributes:
            value = value or ""
            if name == "id":
                self.ids.append(value)
            if name.startswith("on"):
                self.outside.append(f"{tag} {name}")
            if name == "href" and value.startswith("#"):
                self.fragments.append(value[1:])
            elif name in self.LOADING and not value.startswith(("#", self.INSIDE)) or (name == "href" and not (tag == "a" and value.startswith("https:"))):
                self.outside.append(f"{tag} {name}={value}")


def opened(page, folder):
    """What the browser showed, its console messages, and the addresses that it asked for."""
    log = folder / "net.json"
    log.unlink(missing_ok=True)
    command = [*BROWSER, f"--log-net-log={log}", f"--user-data-dir={folder / 'browser'}", page.as_uri()]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
    require(done.returncode == 0, f"the browser ended with {done.returncode}\n{done.stderr}")
    console = [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
    asked = set()
    for event in json.loads(log.read_text())["events"]:
        words = event.get("params")
        if not isinstance(words, dict):
            continue
        # The browser has questions of its own (is there a newer one?). What a page asks for has the page's origin, "null"
        # or file:, as its initiator; a mere connection or name look-up has it in its isolation key.
        if words.get("initiator", "not an origin") != "not an origin":
            asked.add(words["url"])
        if "file:" in str(words.get("network_anonymization_key")):
            asked.add(str(words.get("host")))
    return done.stdout, console, sorted(asked)


def pages(folder):
    control = folder / "control.html"
    control.write_text(CONTROL)
    _, console, asked = opened(control, folder)
    require(console and CONTROLS <= set(asked) and References(CONTROL).outside, f"the control page is not noticed: {console} {asked}")
    print(f"  noticed on a control page: {len(console)} console messages, {len(asked)} requests")
    mission = Mission.copy(folder / "mission")
    mission.veedor("run")
    written = json.loads(mission.veedor("draft", "--json").stdout)["drafts"]
    names = [name for draft in written for name in draft["pages"]]
    require(names, "the mission has no drafts")
    for name in names:
        page = mission.folder / name
        text = page.read_text()
        references = References(text)
        require(not references.outside, f"{name} reaches outside: {references.outside[:3]}")
        require(references.scripts == 0, f"{name} holds a script")
        require(len(set(references.ids)) == len(references.ids), f"{name} uses an id twice")
        lost = sorted(set(references.fragments) - set(references.ids))
        require(not lost, f"{name} links to places that are not there: {lost[:3]}")
        shown, console, asked = opened(page, folder)
        require("<h1" in shown, f"{name} shows no heading")
        require(not console, f"{name}: {console}")
        require(not asked, f"{name} asks for {asked}")
        print(f"  quiet: {name}, {len(text)} characters, {len(references.fragments)} links inside")
    return f"{len(names)} pages open without a console message or a request"


show(pages)
