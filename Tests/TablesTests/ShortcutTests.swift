import TestSupport
import Testing
import Times

@testable import Tables

/// Where values and texts are read by a shorter way, it leads to the same place.
@Suite struct ShortcutTests {
  /// What `parser` makes of `text`, which further bytes follow or not.
  private func read<Parser: FieldParser>(_ parser: inout Parser, _ text: [UInt8], followed: Bool) -> Parser.Value? {
    let bytes = followed ? text + Array("7.7,7777".utf8) : text
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { parser.value($0, text.count, room: bytes.count) }
    }
  }

  private func random(_ alphabet: String, _ count: Int, _ generator: inout Seeded) -> [UInt8] {
    let letters = Array(alphabet.utf8)
    return (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
  }

  @Test func wordsOfDigitsAreNumbers() {
    for number in [0, 7, 10, 99, 12_345, 9_876_543] as [Int64] {
      let found = (Array(String(number).utf8) + Array(",1234567".utf8)).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { Digits.number(Digits.word($0, String(number).utf8.count)) }
      }
      #expect(found == number)
    }
  }

  @Test func integersAreThoseOfTheLanguage() {
    var generator = Seeded(seed: 11)
    var parser = IntegerParser(least: -5000, most: 5_000_000, markBeforeZero: nil)
    for _ in 0..<20_000 {
      let text = random("0123456789/:-", Int.random(in: 1...9, using: &generator), &generator)
      let expected = Int64(String(decoding: text, as: UTF8.self)).flatMap {
        (-5000...5_000_000).contains($0) ? $0 : nil
      }
      for followed in [false, true] { #expect(read(&parser, text, followed: followed) == expected, "\(text)") }
    }
    for number in 0..<10_000 {
      #expect(read(&parser, Array(String(number).utf8), followed: true) == Int64(number))
    }
  }

  @Test(arguments: [".", ","])
  func decimalsAreTheSameWhenShort(_ mark: Character) throws {
    let mark = try #require(mark.asciiValue)
    var generator = Seeded(seed: 12)
    let (least, most): (ExactDecimal, ExactDecimal) = (-3, ExactDecimal(mantissa: 10_025, scale: 2))
    var parser = DecimalParser(mark: mark, range: DecimalRange(least, most))
    for _ in 0..<40_000 {
      let text = random("0123456789.,-", Int.random(in: 1...9, using: &generator), &generator)
      let long = text.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { NumberParsing.decimal($0, bytes.count, mark: mark) }
      }
      let expected = long.flatMap { $0 >= least && $0 <= most ? $0 : nil }
      for followed in [false, true] {
        let found = read(&parser, text, followed: followed)
        #expect(found?.mantissa == expected?.mantissa && found?.scale == expected?.scale, "\(text)")
      }
    }
  }

  @Test func rangesOfDecimalsAreExact() {
    var generator = Seeded(seed: 13)
    func number() -> ExactDecimal {
      let mantissa =
        Bool.random(using: &generator)
        ? Int64.random(in: -30...30, using: &generator) : .random(in: .min ... .max, using: &generator)
      return ExactDecimal(mantissa: mantissa, scale: .random(in: 0...18, using: &generator))
    }
    for _ in 0..<20_000 {
      let (least, most) = (
        Bool.random(using: &generator) ? number() : nil, Bool.random(using: &generator) ? number() : nil
      )
      var range = DecimalRange(least, most)
      for value in [number(), number(), least ?? 0, most ?? 0] {
        #expect(range.contains(value) == ((least.map { value >= $0 } ?? true) && (most.map { value <= $0 } ?? true)))
      }
    }
  }

  @Test func dateTimesAreTheSameFromMemory() {
    var generator = Seeded(seed: 14)
    var parser = DateTimeParser()
    let days = ["2018-07-01", "2018-07-02", "2018-06-21", "2018-06-31", "2016-02-29", "2018-07-0", "0000-01-01"]
    let letters = ["T", "t", " "]
    let times = ["00:00:00", "23:59:59", "24:00:00", "12:60:00", "12:00:60", "1a:00:00", "12-00-00", "01:02:03.25"]
    let offsets = ["Z", "z", "-06:00", "+05:45", "-23:59", "+24:00", "-6:00", "", ".1234Z", ".0000Z"]
    for _ in 0..<30_000 {
      var text = [days, letters, times, offsets].map { $0.randomElement(using: &generator) ?? "" }.joined()
      if Int.random(in: 0..<8, using: &generator) == 0 { text += "0" }
      let expected = Instant(rfc3339: text)
      #expect(read(&parser, Array(text.utf8), followed: false) == expected, "\(text)")
    }
  }

  @Test func textIsSoundWhereItIsValid() {
    var generator = Seeded(seed: 15)
    let pieces: [[UInt8]] = [
      [0x61], Array("áé".utf8), Array("日本".utf8), Array("😀".utf8), [0x80], [0xC1, 0x80], [0xE0, 0x9F, 0x80],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3],
      [0xE6, 0x97], [0xF0, 0x9F, 0x98], [0xFF], [0],
    ]
    for round in 0..<30_000 {
      let ascii = [UInt8](repeating: 0x62, count: Int.random(in: 0...70, using: &generator))
      // Wrong pieces are rare, so that right ones are seen at all.
      let others = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
        pieces[Int.random(in: 0..<(round % 3 == 0 ? pieces.count : 4), using: &generator)]
      }
      let bytes = ascii + others + ascii.prefix(round % 5)
      let isSound = bytes.withUnsafeBufferPointer { BlockText.isSound($0) }
      #expect(isSound == (String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)), "\(bytes)")
    }
  }

  @Test func bytesAreCounted() {
    var generator = Seeded(seed: 16)
    for count in 0..<300 {
      let bytes = random("\nab", count, &generator)
      let found = bytes.withUnsafeBufferPointer { ($0.count(of: 10), $0.count(of: 97)) }
      #expect(found == (bytes.count { $0 == 10 }, bytes.count { $0 == 97 }))
    }
  }

  @Test func keysOfManyRowsAreCompared() throws {
    var generator = Seeded(seed: 17)
    let numbers = (0..<50_000).map { _ in Int64.random(in: 0..<2_000_000, using: &generator) }
    var first: [Int64: Int] = [:]
    var expected: [[Int]] = []
    for (row, number) in numbers.enumerated() {
      if let earlier = first[number] { expected.append([row, earlier]) } else { first[number] = row }
    }
    try #require(!expected.isEmpty)
    let integers = AnyColumn(.integer, numbers.map(Cell.integer))
    let texts = AnyColumn(.text, numbers.map { Cell.text("sheet \($0)") })
    for columns in [[integers], [texts], [texts, integers]] {
      for threads in [1, 3] {
        let found = KeyCheck(columns).duplicates(threads: threads)
        #expect(found.map { [$0.row, $0.first] } == expected)
      }
    }
  }
}
