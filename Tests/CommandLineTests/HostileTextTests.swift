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
    import json
    hostile = json.loads(r'"\(hostile)"')
    path = 'm/veedor.yaml'
    text = open(path).read()
    for old in ['An example: country, figures and sources are invented', 'Example Country, council election', 'the Green List',
                'Un ejemplo: el país, las cifras y las fuentes son inventados', 'la Lista Verde']:
        assert old in text
        text = text.replace('"' + old + '"' if '"' + old + '"' in text else old, r'"\(inYAML)"')
    text += 'modules:\\n  m: {path: modules/m}\\n'
    open(path, 'w').write(text)
    path = 'm/data/claims.csv'
    text = open(path).read()
    for old in ['the radio', 'la radio', 'the turnout', 'la participación']:
        assert old in text
        text = text.replace(old, '"' + hostile + '"')
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
    // The same with faults in it: of the file, of the data, of the template, of a module that runs.
    "cp -r m unread && cp -r m wrong && cp -r m unfilled && cp -r m failing && veedor run unfilled",
    """
    cat > edit.py <<'EOF'
    import json
    hostile = json.loads(r'"\(hostile)"')
    open('unread/veedor.yaml', 'a').write(r'"\(inYAML)": 1' + '\\n')
    path = 'wrong/data/claims.csv'
    text = open(path).read()
    assert ',61,' in text
    open(path, 'w', newline='').write(text.replace(',61,', ',"' + hostile + '",'))
    open('unfilled/drafts/preliminary.en.md', 'a').write('\\n{{mission.x\\u202ey}}\\n')
    path = 'failing/veedor.yaml'
    text = open(path).read().replace('analyses:\\n', 'analyses:\\n  strange: {use: m.op}\\n')
    open(path, 'w').write(text)
    path = 'failing/modules/m/main.py'
    open(path, 'w').write('import sys\\nsys.stderr.write(\"x\\\\x1b[8m\\\\u202eabc\")\\nsys.exit(1)\\n')
    EOF
    python3 edit.py
    """,
  ]

  /// Commands that print what strangers wrote.
  private static let showing = [
    "veedor module list m", "veedor module list m --json", "veedor run m --json", "veedor show m",
    "veedor show m --language es", "veedor show m --json",
    "veedor draft m >&2; veedor bundle create m >&2; "
      + "veedor bundle inspect m/bundles/*.zip", "veedor check unread", "veedor check unread --json",
    "veedor check wrong", "veedor check wrong --json", "veedor draft unfilled", "veedor draft unfilled --json",
    "veedor module trust m failing; veedor run failing", "veedor run failing --json",
    // What a received record says of other parts is told as a reason.
    """
    veedor init received >&2; veedor run received >&2
    cat > edit.py <<'EOF'
    import hashlib, json
    path = 'received/results/count_line/record.json'
    record = json.load(open(path))
    record['inputs']['x\\u001b[8m\\u202eabc'] = 1
    text = json.dumps(record['inputs'], sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    record['key'] = hashlib.sha256(text.encode()).hexdigest()
    json.dump(record, open(path, 'w'))
    EOF
    python3 edit.py; rm -r received/.veedor; veedor plan received
    """,
    "veedor plan received --json", #"veedor show m --only "$(printf 'x\n\033[8m\342\200\256')""#,
    #"veedor "$(printf 'x\n\033[8m\342\200\256')""#, #"veedor run "$(printf 'no\n\033[8m\342\200\256')""#,
    #"veedor bundle verify "$(printf 'no\n\033[8m\342\200\256')""#,
    #"veedor schema "$(printf 'no\n\033[8m\342\200\256')""#,
    #"cp -r m moved && cd moved && mv data/claims.csv "data/$(printf 'a\033[8m\342\200\256')" && "#
      + #"sed -i 's|data/claims.csv|"data/\\u202E.csv"|' veedor.yaml && veedor check ."#,
  ]

  /// Commands that have no need to.
  private static let others = [
    "veedor check m", "veedor check m --json", "veedor plan m", "veedor run m", "veedor draft m --json",
    "veedor bundle verify m/bundles/*.zip", "veedor bundle inspect m/bundles/*.zip --json", "veedor doctor",
  ]

  @Test func nothingThatSteersIsPrinted() async throws {
    let shell = try Shell(executable: executable)
    for command in Self.preparation { #expect(try await shell.run(command).status == 0, "\(command)") }
    for command in Self.showing {
      let outcome = try await shell.run(command)
      #expect(
        (outcome.output + outcome.errors).lowercased().contains(/\\u(\{202e\}|202e)/),
        "nothing hostile stands in what '\(command)' prints:\n\(outcome.output)\(outcome.errors)")
      try checkNothingSteers(outcome, of: command)
    }
    for command in Self.others { try checkNothingSteers(await shell.run(command), of: command) }
  }

  private func checkNothingSteers(_ outcome: Transcript.Outcome, of command: String) throws {
    for text in [outcome.output, outcome.errors] {
      let steering = text.unicodeScalars.filter { $0 != "\n" && steers($0) }
      #expect(steering.isEmpty, "\(command): \(steering.map { String($0.value, radix: 16) })\n\(text)")
      let isVerdict = text.split(separator: "\n").contains { $0.hasPrefix("verdict: intact") }
      #expect(!isVerdict || command.hasPrefix("veedor bundle verify m/"), "'\(command)' prints a verdict:\n\(text)")
    }
    if command.hasSuffix("--json") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
    }
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
