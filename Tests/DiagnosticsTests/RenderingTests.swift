import Diagnostics
import Language
import Testing

private enum Sample: DiagnosticMessage {
  case unknownKey(String, in: String)
  case odd

  var text: MessageText {
    switch self {
    case .unknownKey(let key, let place):
      .init(
        "T012", en: "unknown key '\(key)' in \(place)", es: "clave desconocida «\(key)» en \(place)",
        hint: didYouMean(key, among: ["kind", "path", "contest"]))
    case .odd: .init("T013", en: "this looks odd", es: "esto parece raro")
    }
  }
  var severity: Diagnostic.Severity {
    switch self {
    case .unknownKey: .error
    case .odd: .warning
    }
  }
}

private func render(_ text: String, _ range: MarkRange, _ message: Sample = .unknownKey("pth", in: "a")) -> String {
  Diagnostic(message, at: .init(file: "veedor.yaml", range: range)).rendered(in: SourceText(name: "veedor.yaml", text))
}

private func range(_ line: Int, _ from: Int, _ to: Int) -> MarkRange {
  MarkRange(Mark(line: line, column: from), Mark(line: line, column: to))
}

@Test func caretsUnderTheStretchWithTheHint() {
  #expect(
    render("a: 1\nb: {pth: x}\n", range(2, 5, 8)) == """
      veedor.yaml:2:5 error[T012] unknown key 'pth' in a
       2 | b: {pth: x}
         |     ^~~  did you mean 'path'?
      """)
}

@Test func inSpanish() {
  let spot = Diagnostic.Location(file: "veedor.yaml", range: range(1, 5, 8))
  #expect(
    Diagnostic(Sample.unknownKey("pth", in: "a"), at: spot)
      .rendered(in: SourceText(name: "veedor.yaml", "b: {pth: x}"), .spanish) == """
        veedor.yaml:1:5 error[T012] clave desconocida «pth» en a
         1 | b: {pth: x}
           |     ^~~  ¿quiso decir «path»?
        """)
  let cell = Diagnostic.Location(file: "a.ods", sheet: .init(sheet: "Actas", row: 7, cell: "C7"))
  #expect(
    Diagnostic(Sample.odd, at: cell).rendered(in: nil, .spanish)
      == "a.ods, hoja «Actas», celda C7 aviso[T013] esto parece raro")
  #expect(Diagnostic(Sample.odd, at: cell).message == "this looks odd")
}

@Test func caretsStayRightUnderTabsAndWideAndCombiningCharacters() {
  #expect(render("\tpth", range(1, 2, 5), .odd).hasSuffix("\n   |  ^~~"))
  #expect(render("選挙: pth", range(1, 5, 8), .odd).hasSuffix("\n   |       ^~~"))
  #expect(render("e\u{301}: pth", range(1, 5, 8), .odd).hasSuffix("\n   |    ^~~"))
  #expect(render("a 選挙", range(1, 3, 5), .odd).hasSuffix("\n   |   ^~~~"))
}

@Test func controlCharactersDoNotReachTheTerminal() {
  #expect(render("a\u{1B}[31m\u{202E}", range(1, 1, 2), .odd).contains(" 1 | a\\u{1B}[31m\\u{202E}\n"))
  #expect(
    Diagnostic(Sample.unknownKey("a\u{1B}[2J\n", in: "b"), at: .init(file: "x")).rendered()
      == "x error[T012] unknown key 'a\\u{1B}[2J\\u{A}' in b")
}

@Test func aLongLineIsCutAroundTheStretch() {
  let line = String(repeating: "a", count: 300) + "pth" + String(repeating: "b", count: 300)
  let (before, behind) = (String(repeating: "a", count: 80), String(repeating: "b", count: 77))
  let blanks = String(repeating: " ", count: 81)
  #expect(render(line, range(1, 301, 304), .odd).hasSuffix("\n 1 | …\(before)pth\(behind)…\n   | \(blanks)^~~"))
  let start = String(repeating: "a", count: 160)
  #expect(render(line, range(1, 1, 4), .odd).hasSuffix("\n 1 | \(start)…\n   | ^~~"))
  #expect(render(line, range(1, 603, 700), .odd).hasSuffix("b\n   | \(blanks)^"))
}

@Test func aRangeBeyondTheLineIsCutToIt() {
  #expect(render("ab", range(1, 9, 12), .odd).hasSuffix("\n   |   ^"))
  #expect(render("ab", MarkRange(Mark(line: 1, column: 2), Mark(line: 3, column: 1)), .odd).hasSuffix("\n   |  ^"))
}

@Test func withoutASourceTheHintHasALineOfItsOwn() {
  let diagnostic = Diagnostic(Sample.unknownKey("kin", in: "b"), at: .init(file: "x.csv"))
  #expect(diagnostic.rendered() == "x.csv error[T012] unknown key 'kin' in b\n  did you mean 'kind'?")
}

@Test func marksCountScalarsAndBytesMapToThem() {
  let source = SourceText(name: "t", "aé選\r\nb")
  #expect(source.line(1) == "aé選")
  #expect(source.line(2) == "b")
  #expect(source.line(3) == nil)
  #expect(source.mark(atByte: 3) == Mark(line: 1, column: 3))
  #expect(source.mark(atByte: 8) == Mark(line: 2, column: 1))
  #expect(source.mark(atByte: 99) == Mark(line: 2, column: 2))
}

@Test func aByteOrderMarkBelongsToNoLine() {
  let source = SourceText(name: "t", "\u{FEFF}ab")
  #expect(source.line(1) == "ab")
  #expect(source.mark(atByte: 0) == Mark(line: 1, column: 1))
  #expect(source.mark(atByte: 4) == Mark(line: 1, column: 2))
  #expect(source.bytes.count == 5)
}
