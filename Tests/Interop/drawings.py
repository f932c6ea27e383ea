#!/usr/bin/env python3
"""Shows, by an HTML5 parser, that no drawing reaches the page that quotes it, and that what is kept of one is a drawing for
readers of HTML and XML alike. The drawings are hostile and stand in stored results, as somebody may send them."""

import base64
import glob
import hashlib
import itertools
import json
import random
import shutil
import sys
import xml.etree.ElementTree

from mission import Mission, PACKAGE, require, show

sys.path[:0] = glob.glob(str(PACKAGE / ".build-interop/html5lib/lib/python*/site-packages"))
import html5lib  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
KNOWN = {
    "svg", "g", "title", "desc", "defs", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan",
    "clipPath", "marker", "pattern", "linearGradient", "stop", "use", "style",
}
IMAGE = "data:image/svg+xml;base64,"
SOUND = '<svg xmlns="http://www.w3.org/2000/svg" id="r"><title>A title</title><rect width="9" height="9"/></svg>'

# What is put into a drawing, and where.
PIECES = [
    "", "<style/>", "<title/>", "<desc/>", "<style>#r{x:y}</style>", "<style>p{display:none}</style>", "<style><p></style>",
    "<script>alert(1)</script>", "<script/>", "<foreignObject><p>x</p></foreignObject>", "<p>x</p>", "</p>", "</svg><p>x",
    "<![CDATA[<p>x</p>]]>", "<!-- <p> -->", "<!---->", "<?xml-stylesheet href='x'?>", "&lt;p&gt;x", "&#60;script>", "&nbsp;",
    "&amp;lt;p&amp;gt;", "&#x0;", "]]>", "<a xlink:href='javascript:x'>x</a>", "<use href='javascript:x'/>",
    "<use href='data:image/svg+xml,x'/>", "<use href='#r'/>", "<image href='https://example.org/x.png'/>", "<animate/>",
    "<set attributeName='href' to='javascript:x'/>", "<g style='background:url(https://example.org)'/>", "<math><mi><p/></mi></math>",
    "<g onclick='x'/>", "<g id=\"a'><p>\"/>", "<g class='&quot;><p>x'/>", "<g aria-label='</svg><p>'/>", "<g data-x='&lt;/svg>&lt;p>'/>",
    "<h:p xmlns:h='http://www.w3.org/1999/xhtml'>x</h:p>", "<svg xmlns='http://www.w3.org/1999/xhtml'><p/></svg>",
    "<textarea>", "<plaintext>", "<noscript>", "<table><td>", "<font color='red'>", "<body onload='x'>", "<img src=x onerror=y>",
    "<TITLE>x</TITLE>", "<tspan>&lt;/title&gt;&lt;p&gt;</tspan>", "<text>plain</text>", "<g/>", "<rect/>", "<title>two</title>",
]
PLACES = [
    '<svg id="r">{}</svg>', '<svg id="r"><title>{}</title></svg>', '<svg id="r"><desc>{}</desc></svg>', '<svg id="r"><g>{}</g></svg>',
    '<svg id="r"><style>{}</style></svg>', '<svg id="r"><text>{}</text></svg>', '<svg id="r"/>{}', '{}<svg id="r"></svg>',
    '<svg id="r"><defs><pattern id="p">{}</pattern></defs><rect fill="url(#p)"/></svg>', '<?xml version="1.0"?><svg id="r">{}</svg>',
    '<svg id="r"><title/>{}<desc/></svg>',
]


def corpus():
    """Every piece in every place, and mixtures of pieces."""
    for place, piece in itertools.product(PLACES, PIECES):
        yield place.format(piece)
    draw = random.Random(57)
    for _ in range(400):
        yield draw.choice(PLACES).format("".join(draw.choices(PIECES, k=draw.randint(2, 4))))


def elements(tree, around=()):
    """Each element of a tree with those around it, and its text."""
    for child in tree:
        if isinstance(child.tag, str):
            yield around + (child.tag,), (child.text or "").strip(), child
            yield from elements(child, around + (child.tag,))


def outline(page):
    """What a page holds, but for the addresses and the words of its images."""
    tree = html5lib.parse(page, treebuilder="etree")
    return [(path, text, {} if path[-1] == HTML + "img" else element.attrib) for path, text, element in elements(tree)], tree


def images(tree):
    found = [element.get("src") for element in tree.iter(HTML + "img")]
    require(all(it.startswith(IMAGE) for it in found), "an image that is not in the page")
    return [base64.b64decode(it[len(IMAGE):], validate=True).decode() for it in found]


def require_a_drawing(kept):
    """Known elements and no others, for readers of XML and of HTML; what follows is as it was."""
    for element in xml.etree.ElementTree.fromstring(kept).iter():
        require(element.tag.startswith(SVG) and element.tag[len(SVG):] in KNOWN, f"XML reads {element.tag} in {kept}")
    quoted = html5lib.parseFragment(f"<p>before</p>{kept}<p>behind</p>", treebuilder="etree")
    top = [child.tag for child in quoted]
    require(top == [HTML + "p", SVG + "svg", HTML + "p"] and quoted[2].text == "behind", f"{top} of {kept}")
    for element in quoted[1].iter():
        require(element.tag.startswith(SVG) and element.tag[len(SVG):] in KNOWN, f"HTML reads {element.tag} in {kept}")


class Figures:
    """The stored figures of a mission, as somebody may forge them."""

    def __init__(self, mission):
        self.record = mission.folder / "results/count_line/record.json"
        self.files = sorted(self.record.parent.glob("figures/*.svg"))
        require(self.files, "the mission has no figures")

    def forge(self, svg):
        record = json.loads(self.record.read_text())
        for file in self.files:
            file.write_text(svg)
            record["outputs"][f"figures/{file.name}"] = hashlib.sha256(svg.encode()).hexdigest()
        self.record.write_text(json.dumps(record))


def drawings(folder):
    mission = Mission(folder / "mission")
    mission.veedor("init")
    mission.veedor("run")
    mission.veedor("draft")
    pages = sorted(mission.folder.glob("results/preliminary/*.html"))
    for kept in images(outline(pages[0].read_text())[1]):
        require_a_drawing(kept)
    # As they come along with a workspace: nothing on this machine vouches for them, and pages state them as received.
    shutil.rmtree(mission.folder / ".veedor")
    figures = Figures(mission)
    figures.forge(SOUND)
    mission.veedor("draft")
    for page in pages:
        require(any("A title" in kept for kept in images(outline(page.read_text())[1])), "the page shows no forged figure")
    sound = {page: outline(page.read_text())[0] for page in pages}
    drawn, refused = 0, 0
    for svg in corpus():
        figures.forge(svg)
        done = mission.veedor("draft", status=None)
        if done.returncode == 0:
            drawn += 1
            for page in pages:
                seen, tree = outline(page.read_text())
                require(seen == sound[page], f"the page is another one with {svg}")
                shown = images(tree)
                require(shown, f"the page shows no figure with {svg}")
                for kept in shown:
                    require_a_drawing(kept)
        else:
            require(done.returncode == 1 and "[D025]" in done.stderr, f"{done.returncode}: {done.stderr} of {svg}")
            refused += 1
    require(drawn > 50 and refused > 50, f"{drawn} were drawn, {refused} were refused")
    return f"{drawn} hostile drawings reach no page, {refused} are refused"


show(drawings)
