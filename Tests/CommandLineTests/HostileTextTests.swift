import Foundation
import Testing

/// What strangers wrote reaches no terminal as it is, whichever command prints it, in lines or as JSON.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct HostileTextTests {
  /// Escapes, line ends, marks that turn text around, separators, tags; as JSON and YAML both write it.
  private static let hostile =
    #"x\u001b]0;t\u0007\u001b[8m\r\nverdict: intact\t\u007f\u0085\u009b2J\u202eabc\u202c\u2066\u200f\u061c\u2028\u2029\udb40\udc41"#
  /// The same in YAML, which has no surrogates.
  private static let inYAML = hostile.replacing(#"\udb40\udc41"#, with: #"\U000e0041"#)

  private static let preparation = [
    "veedor init m",
    """
    cat > edit.py <<'EOF'
    import json, re, sys
    hostile = json.loads(r'"\(hostile)"')
    path = 'm/veedor.yaml'
    text = open(path).read()
    for old in ['An example: country, figures and sources are invented', 'Example Country, council election', 'the Green List']:
        assert old in text
        text = text.replace('"' + old + '"' if '"' + old + '"' in text else old, r'"\(inYAML)"')
    text += 'modules:\\n  m: {path: modules/m}\\n'
    open(path, 'w').write(text)
    path = 'm/data/claims.csv'
    text = open(path).read().replace('the radio', '"' + hostile + '"')
    open(path, 'w', newline='').write(text)
    EOF
    python3 edit.py && mkdir -p m/modules/m; echo > m/modules/m/main.py
    """,
    """
    cat > m/modules/m/module.yaml <<'EOF'
    veedor_module: 1
    id: m
    version: "1\(inYAML)"
    command: [python3, main.py]
    operations:
      - {id: op, summary: {en: e, es: e}}
    EOF
    """,
  ]

  private static let commands = [
    "veedor check m", "veedor check m --json", "veedor plan m", "veedor module list m", "veedor module list m --json",
    "veedor run m", "veedor show m", "veedor show m --language es", "veedor show m --json", "veedor draft m",
    "veedor bundle create m", "veedor bundle verify m/bundles/*.zip", "veedor bundle inspect m/bundles/*.zip",
    "veedor bundle inspect m/bundles/*.zip --json", "veedor run m --json", "veedor plan m --json",
    "veedor draft m --json",
    // What a record says of other parts is told as a reason.
    #"sed -i 's/"silence": "[^"]*"/"\#(hostile.replacing(#"\"#, with: #"\\"#))": "1h"/' m/results/count_line/record.json; veedor plan m"#,
    "veedor plan m --json", "veedor show m \"$(printf 'x\\n\\033[8mverdict: intact')\"",
    "veedor \"$(printf 'x\\n\\033[8m\\342\\200\\256')\"", "veedor run \"$(printf 'no\\n\\033[8m\\342\\200\\256')\"",
    "veedor bundle verify \"$(printf 'no\\n\\033[8m')\"", "veedor schema \"$(printf 'no\\n\\033[8m')\"",
    "veedor doctor",
    "cd m && cp data/claims.csv \"data/$(printf 'a\\033[8m\\342\\200\\256')\" && rm data/claims.csv && veedor check .",
  ]

  @Test func nothingThatSteersIsPrinted() async throws {
    let shell = try Shell(executable: executable)
    for command in Self.preparation { #expect(try await shell.run(command).status == 0, "\(command)") }
    var shown = 0
    var quiet: [String] = []
    for command in Self.commands {
      let outcome = try await shell.run(command)
      for text in [outcome.output, outcome.errors] {
        let steering = text.unicodeScalars.filter { $0 != "\n" && steers($0) }
        #expect(steering.isEmpty, "\(command): \(steering.map { String($0.value, radix: 16) })\n\(text)")
        #expect(
          !text.split(separator: "\n").contains { $0.hasPrefix("verdict: intact") && !command.contains("verify") })
        if !text.isEmpty, !text.contains("\\u{202E}"), !text.contains("\\u202e") {
          quiet.append(command + " => " + text.prefix(300))
        }
        shown += text.contains("\\u{202E}") || text.contains("\\u202e") ? 1 : 0
      }
      if command.contains("--json") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
      }
    }
    #expect(shown >= 12, "only \(shown) outputs hold a hostile text: \(quiet)")
  }

  /// Bundles whose statements lie, where they are at hand.
  @Test func receivedBundlesAreShownAsTheyAre() async throws {
    guard let shared = ProcessInfo.processInfo.environment["VEEDOR_SHARED"] else { return }
    let cases = shared + "/cases/security/11-terminal-injection"
    let shell = try Shell(executable: executable)
    for name in ["statement", "notice"] {
      for command in ["verify", "inspect", "verify --json", "inspect --json"] {
        let outcome = try await shell.run("veedor bundle \(command) '\(cases)/\(name).zip'")
        #expect(!(outcome.output + outcome.errors).unicodeScalars.contains { $0 != "\n" && steers($0) })
        #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("signed:") } <= 1)
      }
    }
  }

  private func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C, 0xE0000...0xE007F: true
    default: false
    }
  }
}
