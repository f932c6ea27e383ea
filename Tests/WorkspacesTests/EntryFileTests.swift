import Diagnostics
import Language
import Ledger
import ModuleKit
import Testing
import Workspaces

/// Files of entries that people type elsewhere, and that programs write.
@Suite struct EntryFileTests {
  private static let kind = EntryKind(
    "t.case", version: 1, en: "a case", es: "un caso",
    [
      .init("text", .string(.filled), required: true, en: "what", es: "qué"),
      .init("channel", .choice(["phone", "message"]), en: "how", es: "cómo"),
      .init("at", .string(.instant), en: "when", es: "cuándo"),
      .init("who", .list(Schema(.string(.filled)), atLeast: 1), en: "who", es: "quiénes"),
      .init("about", .string(.filled), naming: .records(of: "t.case"), en: "about", es: "sobre"),
    ])

  private func bodies(_ text: String, with given: [String: Value] = [:]) throws(DiagnosticsError) -> [[String: Value]] {
    try EntryFile(SourceText(name: "log.yaml", text))
      .bodies(of: Self.kind, with: given, in: LedgerView([], kinds: [Self.kind]))
  }

  /// What is told of a file, as users see it.
  private func told(
    _ text: String, with given: [String: Value] = [:], _ language: Language = .english
  ) -> [String] {
    let error = #expect(throws: DiagnosticsError.self) { try bodies(text, with: given) }
    return (error?.all ?? []).map { $0.rendered(in: nil, language) }
  }

  @Test func oneEntryOrAList() throws {
    let named: [String: Value] = ["kind": "t.case", "v": 1]
    let first = named.merging(["text": "Box without a seal", "channel": "phone", "who": ["board", "police"]]) { $1 }
    let second = named.merging(["text": "Opened at 07:10", "at": "2017-11-26T13:10:00Z"]) { $1 }
    #expect(try bodies("text: Box without a seal\nchannel: phone\nwho: [board, police]\n") == [first])
    let list = """
      # What came in by phone.
      - text: Box without a seal
        channel: phone
        who:
          - board
          - police
      - text: "Opened at 07:10"
        at: 2017-11-26T07:10:00-06:00

      """
    #expect(try bodies(list) == [first, second])
    #expect(
      try bodies(#"[{"text": "Box without a seal", "channel": "phone", "who": ["board", "police"]}]"#) == [first])
    // What is given with the command stands over what is in the file.
    #expect(try bodies("text: Opened at 07:10", with: ["at": "2017-11-26T13:10:00Z"]) == [second])
  }

  @Test func eachWrongEntryIsNamedWithItsLine() {
    let list = """
      - text: good
      - channel: phone
      - text: good
        channel: phnoe
        wo: [board]
      - text: 7
        at: yesterday
      - text: good
        about: abc

      """
    #expect(
      told(list) == [
        "log.yaml:2:3 error[W011] case: missing key 'text'",
        "log.yaml:4:12 error[W013] case: channel cannot be 'phnoe': it is one of phone, message\n  did you mean 'phone'?",
        "log.yaml:5:3 error[W012] case: unknown key 'wo'\n  did you mean 'who'?",
        "log.yaml:6:9 error[W010] case: text must be a text, not a whole number\n  put quotes around it",
        "log.yaml:7:7 error[W015] case: at is 'yesterday', not an instant with its offset such as 2017-11-28T00:00:00-06:00",
        "log.yaml:9:10 error[L038] the ledger has no record 'abc'\n  'veedor log list' names them",
      ])
    #expect(told("channel: phone", .spanish) == ["log.yaml:1:1 error[W011] case: falta la clave «text»"])
    #expect(
      told(#"{"text": "good", "channel": "x"}"#) == [
        "log.yaml:1:29 error[W013] case: channel cannot be 'x': it is one of phone, message"
      ])
    #expect(
      told("text: good", with: ["channel": "x"]) == [
        "log.yaml:1:1 error[W013] case: channel cannot be 'x': it is one of phone, message"
      ])
  }

  @Test(arguments: ["[1]", "- 1", "x", "[]", "- text: a\n- b", "null", "{\"a\"}: 1"]) func whatHoldsNoEntryIsTold(
    text: String
  ) {
    let codes = #expect(throws: DiagnosticsError.self) { try bodies(text) }?.all.map(\.code)
    #expect(codes == (text.hasSuffix(": 1") ? ["Y023"] : ["L041"]))
  }

  @Test func whatIsNoYAMLIsToldWithItsLine() {
    #expect(
      told("- text: a\n- text: [b\n- text: c\n").first?.hasPrefix("log.yaml:") == true)
    #expect(told("text: a\ntext: b\n").map { $0.prefix(17) } == ["log.yaml:2:1 erro"])
    #expect(told("").count == 1)
  }
}
