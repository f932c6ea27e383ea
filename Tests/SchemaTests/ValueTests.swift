import Foundation
import Language
import Schema
import TestSupport
import Testing

private func json(_ text: String) throws -> Value { try Value(json: text.utf8) }
private func text(_ value: Value) -> String { String(decoding: value.canonicalJSON, as: UTF8.self) }

private func random(_ generator: inout Seeded, depth: Int = 0) -> Value {
  switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &generator) {
  case 0: .null
  case 1: .bool(.random(using: &generator))
  case 2: .integer(.random(in: .min ... .max, using: &generator))
  case 3: .number(Double.random(in: 0.001...1e-2, using: &generator))
  case 4:
    .string(
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0..<8, using: &generator)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0..<0x2_0000, using: &generator))
          })))
  case 5: .list((0..<Int.random(in: 0..<4, using: &generator)).map { _ in random(&generator, depth: depth + 1) })
  default:
    .object(
      Dictionary(
        (0..<Int.random(in: 0..<4, using: &generator)).map { ("k\($0)é", random(&generator, depth: depth + 1)) }
      ) { $1 })
  }
}

@Test func canonicalTextReadsBackToTheSameText() throws {
  var generator = Seeded(seed: 7)
  for _ in 0..<2000 {
    let value = random(&generator)
    let written = value.canonicalJSON
    #expect(try Value(json: written).canonicalJSON == written)
    #expect(try Value(json: value.prettyJSON).canonicalJSON == written)
  }
}

@Test func keysAreInByteOrderAndTextIsEscapedAsJSONDemands() throws {
  #expect(
    text(["b": 1, "a": [true, .null], "é": "\u{1}\"\\\n\u{7F}ñ/"])
      == #"{"a":[true,null],"b":1,"é":"\u0001\"\\\n\u007fñ/"}"#)
  #expect(
    String(decoding: (["a": [], "b": [1, ["c": 2]]] as Value).prettyJSON, as: UTF8.self) == """
      {
        "a": [],
        "b": [
          1,
          {
            "c": 2
          }
        ]
      }

      """)
}

@Test(arguments: [
  (0.1 + 0.2, "0.3"), (-0.0, "0"), (93_975.0, "93975"), (1.0 / 3, "0.333333333333"),
  (6.625_987_654_321_99, "6.62598765432"),
  (123_456_789_012_345.0, "123456789012000"), (1e300, "1e+300"), (2.5e-7, "2.5e-07"), (0x1p60, "1.15292150461e+18"),
])
func numbersHaveTwelveDigits(number: Double, written: String) { #expect(canonicalNumber(number) == written) }

@Test func numbersWithoutATextBecomeNull() {
  #expect(canonicalNumber(.nan) == nil)
  #expect(text([.number(.infinity)]) == "[null]")
}

@Test func roundingIsIdempotent() {
  var generator = Seeded(seed: 11)
  for _ in 0..<10_000 {
    let number = Double(bitPattern: generator.next())
    guard number.isFinite else { continue }
    let once = roundedTo12Digits(number)
    #expect(roundedTo12Digits(once) == once)
    #expect(abs(once - number) <= abs(number) * 5.1e-12)
  }
}

/// The system's own conversions write the digits and read them.
@Test func roundingIsThatOfTheDigits() {
  var generator = Seeded(seed: 12)
  let ends = ([1e-11, 1e-10, 1, 1e11, 1e12] as [Double]).flatMap { (end: Double) -> [Double] in
    let (below, above) = (end * 1e-12, end * 6e-13)
    return [end.nextDown, end, end.nextUp, end - below, end + above]
  }
  // Numbers as results have them, ties at the twelfth digit among them.
  let divisors: [Double] = [2, 8, 1e6, 3e8, 1e12, -1e13]
  let usual = (0..<20_000).map { Double(generator.next() % 4_000_000_000_000) / divisors[$0 % 6] }
  let wrong = (ends + usual).filter { number -> Bool in
    roundedTo12Digits(number) != Double(String(format: "%.11e", number))
  }
  #expect(wrong == [])
}

@Test(arguments: [
  ("", "not valid JSON at byte 0: the text ends too early"), ("[1,]", "not valid JSON at byte 3: unexpected character"),
  ("{\"a\":1,\"a\":2}", "not valid JSON at byte 7: a key that the object already has"),
  ("01", "not valid JSON at byte 2: a number that JSON does not know"),
  ("1.", "not valid JSON at byte 2: a number that JSON does not know"),
  ("1e999", "not valid JSON at byte 5: a number that JSON does not know"),
  (
    "\"\\ud800\"",
    "not valid JSON at byte 7: a string that is not closed, or holds a control character or a broken escape"
  ),
  (
    "\"\\u+123\"",
    "not valid JSON at byte 2: a string that is not closed, or holds a control character or a broken escape"
  ),
  (
    "\"a\nb\"", "not valid JSON at byte 2: a string that is not closed, or holds a control character or a broken escape"
  ),
  ("[1] x", "not valid JSON at byte 4: text after the end of the value"),
  ("nul", "not valid JSON at byte 0: unexpected character"),
  ("{a:1}", "not valid JSON at byte 1: unexpected character"),
  ("-", "not valid JSON at byte 1: a number that JSON does not know"),
])
func whatIsNotJSONIsRefusedWithItsPlace(text: String, message: String) {
  #expect { try json(text) } throws: { "\($0)" == message }
}

@Test func whatIsNotJSONIsToldInSpanishToo() {
  #expect { try json("[1,]") } throws: { error in
    (error as? JSONError)?.sentence.es == "no es JSON válido en el byte 3: un carácter inesperado"
  }
}

@Test func hostileJSONIsRefused() {
  #expect(throws: JSONError.self) { try Value(json: [UInt8](repeating: UInt8(ascii: "["), count: 100_000)) }
  #expect { try Value(json: [0x22, 0xFF, 0x22]) } throws: { ($0 as? JSONError)?.reason == .notUTF8 }
}

@Test func escapesAreRead() throws {
  #expect(try json(#""\u00e9\ud83d\ude00\/\b""#) == .string("é😀/\u{8}"))
  #expect(try json("9223372036854775807") == .integer(.max))
  #expect(try json("9223372036854775808") == .number(9_223_372_036_854_775_808))
  #expect(try json(" -0.5e1 ") == .number(-5))
}

@Test(arguments: [0, 1, 3]) func aListWrittenElementByElementIsTheSame(count: Int) {
  let members: [String: Value] = ["a": 1, "m": ["x", "y"], "z": ["k": .null]]
  for name in ["0", "list", "zz"] {
    let list = Value.list((0..<count).map { ["number": .integer($0), "text": "a\"b\\\n\u{1}é"] })
    let whole = Value.object(members.merging([name: list]) { $1 })
    #expect(Value.prettyJSON(members, name, list.list ?? []) { $0 } == whole.prettyJSON)
  }
}

/// Rounding to digits that a number has changes nothing, whichever way it is found out.
@Test func wholeNumbersOfTwelveDigitsStayAsTheyAre() {
  for number in [999_999_999_999, -123_456_789_012, 1, 1_000_000_000_000] as [Double] {
    #expect(roundedTo12Digits(number) == number)
  }
  #expect(roundedTo12Digits(1_234_567_890_123) == 1_234_567_890_120)
}
