import Drawings
import Language
import Testing

private let ns = "xmlns=\"http://www.w3.org/2000/svg\""

@Test func aDrawingIsWrittenInOneForm() throws {
  let drawing = try SafeDrawing(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg id='a' aria-labelledby="t d" \(ns)><title id="t">A &#x26; B</title>\r
    <style>#a{x:y} @media print{#a text, #a .b{fill:var(--c)}}</style>\
    <rect clip-path="url(#c)" data-name="Hur\nley &quot;1&quot;"/><use href="#c"/></svg>

    """)
  #expect(
    drawing.document == """
      <svg \(ns) id="a" aria-labelledby="t d"><title id="t">A &amp; B</title>
      <style>#a{x:y} @media print{#a text, #a .b{fill:var(--c)}}</style>\
      <rect clip-path="url(#c)" data-name="Hur ley &quot;1&quot;"></rect><use href="#c"></use></svg>

      """)
}

@Test(arguments: [
  ("<title> A\n title </title><desc>of it</desc>", "A title. of it"), ("<desc>of it</desc>", "of it"),
  ("<title/><g><title>inner</title></g>", ""), ("", ""),
])
func itsWordsAreTitleAndDescription(inner: String, words: String) throws {
  #expect(try SafeDrawing("<svg>\(inner)</svg>").words == words)
}

@Test(arguments: [
  ("<svg \(ns)><script>x</script></svg>", "the element 'script'"),
  ("<svg onload=\"x\"></svg>", "the attribute 'onload'"), ("<svg><g onclick='x'/></svg>", "the attribute 'onclick'"),
  ("<svg><use href=\"https://example.org\"/></svg>", "the address 'https://example.org'"),
  ("<svg><use href=\"&#106;avascript:x\"/></svg>", "the address 'javascript:x'"),
  ("<svg><use xlink:href=\"#a\"/></svg>", "the attribute 'xlink:href'"),
  ("<svg><image href=\"#a\"/></svg>", "the element 'image'"), ("<svg><animate/></svg>", "the element 'animate'"),
  ("<svg><set/></svg>", "the element 'set'"), ("<svg><svg:g/></svg>", "the element 'svg:g'"),
  ("<svg><foreignObject/></svg>", "the element 'foreignObject'"), ("<svg><TITLE/></svg>", "the element 'TITLE'"),
  ("<svg><title><style/></title></svg>", "the element 'style' inside 'title'"),
  ("<svg><desc><title/></desc></svg>", "the element 'title' inside 'desc'"),
  ("<svg id=\"a\"><style>#a{}<g/></style></svg>", "the element 'g' inside 'style'"),
  ("<svg><style>body{color:red}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{}#ab{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a ~ p{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>@import 'x';</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>@media x;@import 'y';{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{x:\"}#a b{y:\"}p{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{fill:u&#114;l(x)}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{background:image-set('x' 1x)}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{x:\\75rl(y)}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{x:u/**/rl(y)}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg><style>#{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{}</style></svg><p>", "the element 'p'"),
  ("<svg \(ns) xmlns=\"\"></svg>", "the attribute 'xmlns' twice"),
  ("<svg xmlns=\"http://www.w3.org/1999/xhtml\"></svg>", "the namespace 'http://www.w3.org/1999/xhtml'"),
  ("<svg xmlns:h=\"http://www.w3.org/1999/xhtml\"></svg>", "the attribute 'xmlns:h'"),
  ("<svg><g fill=\"url(https://example.org)\"/></svg>", "the address 'url(https://example.org)'"),
  ("<svg><g fill=\"url(#a) url(b)\"/></svg>", "the address 'url(#a) url(b)'"),
  ("<svg><g fill=\"image(b)\"/></svg>", "the value 'image(b)'"),
  ("<svg><g style=\"background:url(x)\"/></svg>", "the style 'background:url(x)'"),
  ("<svg><g data-a:b=\"\"/></svg>", "the attribute 'data-a:b'"),
  ("<svg id=\"a b\"/>", "the identifier 'a b'"), ("<svg id=\"a\"><g id=\"a\"/></svg>", "the identifier 'a' twice"),
  ("<svg><g marker-mid=\"url(#a)\"/></svg>", "the attribute 'marker-mid' on 'g'"),
  ("<svg>", "no whole SVG document"), ("<svg", "a broken tag"), ("<", "a broken tag"),
  ("<svg></g></svg>", "the broken end of 'g'"), ("<!DOCTYPE svg><svg/>", "markup other than elements"),
  ("<svg><!-- x --></svg>", "markup other than elements"),
  ("<svg><?xml-stylesheet?></svg>", "markup other than elements"),
  ("text", "text outside the document"), ("<svg>&nbsp;</svg>", "the reference '&nbsp;'"),
  ("<svg>&#0;</svg>", "a control character"), ("<svg>&#xD800;</svg>", "the reference '&#xD800;'"),
  ("<svg>\u{8}</svg>", "a control character"), ("<svg>& </svg>", "a stray '&'"),
  ("<svg><g id=a/></svg>", "the attribute 'id' without quotes"),
  ("<svg><g id/></svg>", "the attribute 'id' without a value"),
  ("<svg><g class=\"<\"/></svg>", "a broken attribute"), ("<svg><g x=\"\"y=\"\"/></svg>", "a broken attribute"),
  ("<svg><![CDATA[x]]></svg>", "markup other than elements"), ("<svg/><svg/>", "a second document"),
  ("<g/>", "the element 'g' outside the document"), ("", "no whole SVG document"),
  (String(repeating: "<svg>", count: 65), "too much nesting"),
  (
    "<svg><g \(String(repeating: "a", count: 99))=\"\"/></svg>", "the attribute '\(String(repeating: "a", count: 60))…'"
  ),
])
func drawingsThatAreMore(svg: String, reason: String) {
  let refusal = #expect(throws: DrawingRefusal.self) { try SafeDrawing(svg) }
  #expect(refusal?.reason.en == reason)
}

/// `levels` groups, each of which holds `width` references to the one before, written by `reference`.
private func nested(_ levels: Int, _ width: Int, _ tag: String, _ reference: (Int) -> String) -> String {
  let groups = (1...levels).map { level in
    "<\(tag) id=\"g\(level)\">" + String(repeating: reference(level - 1), count: width) + "</\(tag)>"
  }
  return "<svg><\(tag) id=\"g0\"><rect/></\(tag)>\(groups.joined())</svg>"
}

@Test(arguments: [
  (nested(17, 10, "g") { "<use href=\"#g\($0)\"/>" }, "more than 250000 elements to draw"),
  (nested(6, 10, "pattern") { "<rect fill=\"url(#g\($0))\"/>" }, "more than 250000 elements to draw"),
  (
    nested(3, 1, "marker") { "<path marker-mid=\"url(#g\($0))\" d=\"\(String(repeating: "1 ", count: 99))\"/>" },
    "more than 250000 elements to draw"
  ),
  (nested(17, 1, "g") { "<use href=\"#g\($0)\"/>" }, "references to references, more than 16 one behind the other"),
  ("<svg><g id=\"a\"><use href=\"#a\"/></g></svg>", "references to references, more than 16 one behind the other"),
  ("<svg id=\"a\"><g fill=\"url(#a)\"/></svg>", "references to references, more than 16 one behind the other"),
])
func drawingsThatAskForTooMuch(svg: String, reason: String) {
  let refusal = #expect(throws: DrawingRefusal.self) { try SafeDrawing(svg) }
  #expect(refusal?.reason.en == reason)
}

@Test func aDrawingMayRepeatWhatItShows() throws {
  let points = (0..<20_000).map { "<use href=\"#m\" x=\"\($0)\"/>" }.joined()
  #expect(throws: Never.self) { try SafeDrawing("<svg><defs><path id=\"m\" d=\"m0 0\"/></defs>\(points)</svg>") }
}

/// Pieces that belong together or not: whatever comes through gives itself when it is read again.
@Test func whatIsWrittenIsReadAgainAsItIs() throws {
  let pieces = [
    "<g>", "</g>", "<title>", "</title>", "<use href=\"#a\"/>", "<rect id='a' x=\"1\"/>", "<style>", "</style>",
    "#r{x:y}",
    "&lt;", "&#38;", "&quot;", "'", ">", "]]>", "<script>", "<text class=\"b&#9;c\">", "</text>", "\r\n", "ñ",
    "<desc/>",
    "<path d='m0 0' marker-mid=\"url(#a)\"/>", "<!--", "-->", "<svg>", "</svg>",
  ]
  var (state, sound): (UInt64, Int) = (57, 0)
  for _ in 0..<20_000 {
    var inner = ""
    for _ in 0..<(state % 7) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      inner += pieces[Int((state >> 33) % UInt64(pieces.count))]
    }
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    guard let drawing = try? SafeDrawing("<svg id=\"r\">\(inner)</svg>") else { continue }
    sound += 1
    #expect(try SafeDrawing(drawing.document) == drawing)
  }
  #expect(sound > 1_000)
}

@Test func reasonsAreSaidInSpanish() {
  let refusal = #expect(throws: DrawingRefusal.self) { try SafeDrawing("<svg><script/></svg>") }
  #expect(refusal?.reason.es == "el elemento «script»")
}
