import Diagnostics
import Markdown
import Testing

/// Texts whose later lines, containers and escapes make libcmark-gfm's own columns wrong.
private let awkward = [
  "Hello ñandú *emph* \\* &amp; &ntilde;é x\n   second line **bo\nld** `code`  \nthird [link\ntwo](https://e.org) end",
  "> quote *x*\n>   more *y*\nlazy z\n> > nested *a*\n> > second b",
  "1. item *x*\n   cont *y*\n\n   para two\n   - inner\n     cont *z* tail",
  "> 1. é item\n>    cont\n> lazy *x* y",
  "| a é | b |\n|---|:-:|\n| x \\| y \\| *e* f | g \\* |\n| ñ |  y [l](https://e.org) k |",
  "para\n| a | b |\n|---|---|\n| c | d |",
  "> long para a\n> more *a*\n> | a | b *c* |\n> |---|---|\n> | a \\| d *e* f | g |",
  "> | a | b |\n> |---|---|\n>  | c \\| d *e* f | g |",
  "Text[^1] tail\n\n[^1]: Note *c*\n    cont more\n\n    para",
  "Setext\n   two *x* y\n===",
  "##   Heading   \\# *x* y ##",
  "[a]: https://example.org\nfirst *x* y\nsecond [a] z",
  "\tcode\n\n-\titem\n\tcont *x* y\n",
  "* a\n\n  > b\n  > c *d* e\n  >\n  > f",
  "\u{FEFF}first *x* y\nsecond",
  "one\r\n  two *x* y\r\n",
  "&#35; a &bogus; b &copy; c & d \\a e",
]

@Test(arguments: awkward) func everyMarkPointsAtItsScalar(text: String) {
  #expect(misplaced(in: text).isEmpty, "\(text)")
}

@Test func marksCountScalarsNotBytes() {
  #expect(
    outline("¿Año *señal*?\n", marks: true) == """
      paragraph 1:1-1:14
        text ¿Año  1:1-1:6
        emphasis 1:7-1:12
          text señal 1:7-1:12
        text ? 1:13-1:14
      """)
}

@Test func marksSeeThroughEscapes() throws {
  let document = try #require(parseMarkdown("a \\{ &ntilde; {{b}}", name: "draft.md").document)
  let text = try #require(texts(in: document).first?.text)
  #expect(text.string == "a { ñ {{b}}")
  #expect(text.mark(atScalar: 2) == Mark(line: 1, column: 3))
  #expect(text.mark(atScalar: 4) == Mark(line: 1, column: 6))
  #expect(text.mark(atScalar: 6) == Mark(line: 1, column: 15))
}

/// A small generator, the same on every machine.
private struct Sequence64 {
  var state: UInt64
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

@Test func generatedDocumentsHaveTrueMarks() {
  var numbers = Sequence64(state: 2017)
  let inline = ["word", "ñandú", "*em é*", "**strong**", "`code`", "\\*", "&amp;", "{{a.b_c}}", "[l](https://e.org)"]
  let starts = ["", "  ", "> ", ">  ", "- ", "  - ", "1. ", "> - ", "# ", "   ", "> > "]
  for _ in 0..<400 {
    var lines: [String] = []
    for _ in 0..<(1 + numbers.next(below: 8)) {
      let words = (0..<(1 + numbers.next(below: 5))).map { _ in inline[numbers.next(below: inline.count)] }
      lines.append(
        numbers.next(below: 5) == 0 ? "" : starts[numbers.next(below: starts.count)] + words.joined(separator: " "))
    }
    let text = lines.joined(separator: "\n")
    #expect(misplaced(in: text).isEmpty, "\(text.debugDescription)")
  }
}

@Test func randomBytesNeverCrash() {
  var numbers = Sequence64(state: 26)
  let alphabet = Array("ab1 \n\n\t>-*_`[]()!\\&;#|:^{}<~=é\"'.".utf8)
  for _ in 0..<3000 {
    let bytes = (0..<numbers.next(below: 120)).map { _ in alphabet[numbers.next(below: alphabet.count)] }
    let parsed = parseMarkdown(bytes, name: "draft.md")
    if let document = parsed.document { for found in texts(in: document) { _ = found.text.mark(atScalar: 3) } }
  }
}
