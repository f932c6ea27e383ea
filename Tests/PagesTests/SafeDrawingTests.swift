import Language
import Pages
import Testing

private func written(_ svg: String, prefix: String = "p-") throws -> String {
  let html = Page(language: .english, title: "t", nodes: [.drawing(try SafeDrawing(svg, prefix: prefix))]).html
  let (start, end) = (try #require(html.firstRange(of: "<svg")), try #require(html.firstRange(of: "</svg>")))
  return String(html[start.lowerBound..<end.upperBound])
}

@Test func identifiersGetAPrefix() throws {
  let drawing = """
    <svg id="a" aria-labelledby="t d"><title id="t">&amp;</title><style>#a{x:y} @media print{#a text, #a .b{z:0}}</style>\
    <rect clip-path="url(#c)"/><use href="#c"/></svg>
    """
  #expect(
    try written(drawing) == """
      <svg id="p-a" aria-labelledby="p-t p-d"><title id="p-t">&amp;</title><style>#p-a{x:y} \
      @media print{#p-a text,#p-a .b{z:0}}</style><rect clip-path="url(#p-c)"/><use href="#p-c"/></svg>
      """)
}

@Test(arguments: [
  ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>", "the element 'script'"),
  ("<svg onload=\"x\"></svg>", "the attribute 'onload'"), ("<svg><g onclick='x'/></svg>", "the attribute 'onclick'"),
  ("<svg><use href=\"https://example.org\"/></svg>", "the address 'https://example.org'"),
  ("<svg><image href=\"#a\"/></svg>", "the element 'image'"),
  ("<svg><foreignObject/></svg>", "the element 'foreignObject'"),
  ("<svg><style>body{color:red}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{}#ab{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a ~ p{}</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>@import 'x';</style></svg>", "a style sheet that reaches beyond it"),
  ("<svg id=\"a\"><style>#a{}</style></svg><p>", "the element 'p'"),
  ("<svg><g fill=\"url(https://example.org)\"/></svg>", "the address 'url(https://example.org)'"),
  ("<svg><g style=\"background:url(x)\"/></svg>", "the style 'background:url(x)'"), ("<svg>", "no whole SVG document"),
  ("<svg></g></svg>", "the broken end of 'g'"), ("<!DOCTYPE svg><svg/>", "markup other than elements"),
  ("text", "text outside the document"),
  ("<svg>&nbsp;</svg>", "the reference '&nbsp;'"), ("<svg>& </svg>", "a stray '&'"),
  ("<svg><g id=a/></svg>", "the attribute 'id' without quotes"),
  ("<svg><![CDATA[x]]></svg>", "markup other than elements"), ("<svg/><svg/>", "a second document"),
  ("", "no whole SVG document"),
])
func drawingsThatAreMore(svg: String, reason: String) {
  let refusal = #expect(throws: SafeDrawing.Refusal.self) { try SafeDrawing(svg, prefix: "p-") }
  #expect(refusal?.reason == reason)
}
