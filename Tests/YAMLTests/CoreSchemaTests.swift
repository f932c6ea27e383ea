import Diagnostics
import TestSupport
import Testing
import YAML

/// Pairs of a plain scalar and its meaning, after the table of YAML 1.2.2, section 10.3.2.
@Test(arguments: [
  ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"), ("nULL", "\"nULL\""),
  ("true", "true"), ("True", "true"), ("TRUE", "true"), ("false", "false"), ("False", "false"), ("FALSE", "false"),
  ("tRUE", "\"tRUE\""), ("NO", "\"NO\""), ("no", "\"no\""), ("yes", "\"yes\""), ("on", "\"on\""), ("y", "\"y\""),
  ("0", "0"), ("-0", "0"), ("+12", "12"), ("010", "10"), ("-19", "-19"), ("0o17", "15"), ("0x1F", "31"),
  ("0x1f", "31"), ("-0x1F", "\"-0x1F\""), ("+0o7", "\"+0o7\""), ("0o8", "\"0o8\""), ("0x", "\"0x\""),
  ("0X1F", "\"0X1F\""), ("0b1", "\"0b1\""), ("1_000", "\"1_000\""), ("12:30", "\"12:30\""), ("1,000", "\"1,000\""),
  ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
  ("0x7FFFFFFFFFFFFFFF", "9223372036854775807"), ("00000000000000000000000000000001", "1"),
  ("0.", "float 0.0"), ("-0.0", "float -0.0"), (".5", "float 0.5"), ("+12e03", "float 12000.0"),
  ("-2E+05", "float -200000.0"), ("45.17", "float 45.17"), ("1e3", "float 1000.0"), ("+.5e-1", "float 0.05"),
  ("1.e1", "float 10.0"), ("0e9999", "float 0.0"), ("1.7976931348623157e308", "float 1.7976931348623157e+308"),
  (".inf", "float inf"), ("+.Inf", "float inf"), ("-.INF", "float -inf"), (".nan", "float nan"),
  (".NaN", "float nan"), ("-.nan", "\"-.nan\""), (".iNF", "\".iNF\""), (".", "\".\""), ("+", "\"+\""),
  ("1e", "\"1e\""), ("1e+", "\"1e+\""), ("e3", "\"e3\""), ("1.2.3", "\"1.2.3\""), ("1 2", "\"1 2\""),
  ("2017-11-26", "\"2017-11-26\""), ("6h", "\"6h\""), ("inf", "\"inf\""), ("nan", "\"nan\""), ("١٢", "\"١٢\""),
])
func plainScalars(text: String, meaning: String) {
  #expect(describe("v: \(text)") == "{\"v\": \(meaning)}")
}

@Test func quotedAndBlockScalarsAreStrings() {
  #expect(describe("[\"1\", 'true', \"\", '~']") == #"["1", "true", "", "~"]"#)
  #expect(describe("- |\n  1\n- >-\n  null\n") == #"["1\n", "null"]"#)
}

@Test func tagsAreHonoured() {
  #expect(
    describe("[!!str 1, !!int '0x1F', !!float 1, !!bool \"true\", !!null '', !!str , ! 12, !!seq [], !!map {}]")
      == #"["1", 31, float 1.0, true, null, "", "12", [], {}]"#)
  #expect(describe("!<tag:yaml.org,2002:int> 3") == "3")
  #expect(describe("!!map\n&a k: !!seq\n- *a") == #"{"k": ["k"]}"#)
}

/// The regular expressions of YAML 1.2.2, section 10.3.2, tried in the order of its table.
private func expected(_ text: String) -> String {
  if text.wholeMatch(of: /null|Null|NULL|~|/) != nil { return "null" }
  if text.wholeMatch(of: /true|True|TRUE|false|False|FALSE/) != nil { return "bool" }
  if text.wholeMatch(of: /[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+/) != nil { return "int" }
  if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil { return "float" }
  if text.wholeMatch(of: /[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN/) != nil { return "float" }
  return "string"
}

private func kind(_ value: Scalar.Value?) -> String {
  switch value {
  case .null: "null"
  case .bool: "bool"
  case .integer: "int"
  case .float: "float"
  case .string: "string"
  case nil: "nothing"
  }
}

@Test func randomPlainScalarsMeanWhatTheRegularExpressionsSay() {
  var generator = Seeded(seed: 1)
  let pieces = [
    "0", "1", "7", "8", "9", "a", "F", "x", "o", ".", "+", "e", "E", "-", "_", ".inf", ".nan", ".NaN", "null",
  ]
  var kinds: [String: Int] = [:]
  for _ in 0..<500 {
    let text =
      "0"
      + (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined()
    for candidate in [text, String(text.dropFirst())] where !candidate.isEmpty && candidate != "-" {
      let scalar = parseYAML(SourceText(name: "t", "[\(candidate)]")).root?[0]?.scalar
      #expect(kind(scalar?.value) == expected(candidate), "\(candidate)")
      kinds[expected(candidate), default: 0] += 1
    }
  }
  #expect(["int", "float", "string"].allSatisfy { kinds[$0, default: 0] > 20 })
}
