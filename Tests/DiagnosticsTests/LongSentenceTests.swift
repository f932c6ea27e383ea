import Diagnostics
import Language
import Testing

private enum LongMessage: DiagnosticMessage {
  case name(String)
  var text: MessageText {
    switch self {
    case .name(let name): .init("X001", en: name, es: name, hint: Text(name))
    }
  }
}

/// What users wrote stands in sentences, and can be of any length.
@Test func longSentencesAreCut() {
  let (just, more) = (String(repeating: "é", count: 1000), String(repeating: "é", count: 1001))
  #expect(Diagnostic(LongMessage.name(just)).message == just)
  let cut = Diagnostic(LongMessage.name(more))
  #expect(cut.message == just + "…" && cut.hint == just + "…")
}
