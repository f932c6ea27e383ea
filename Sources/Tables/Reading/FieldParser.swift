internal import Times

/// Reads the values of one column from their bytes.
protocol FieldParser {
  associatedtype Value: Sendable & Hashable

  /// What stands where a value is missing.
  static var zero: Value { get }

  /// The value that the `count` bytes at `bytes` write, one or more, of which `room` can be read; nil where they write
  /// none, or none that is in range.
  mutating func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Value?
}

/// Whole numbers in a range.
struct IntegerParser: FieldParser {
  static var zero: Int64 { 0 }
  let least: Int64, most: Int64
  /// What may stand before a fraction of one zero: programs write so where a column of counts has gaps. Two zeros more
  /// would be thousands.
  let markBeforeZero: UInt8?

  @inline(__always)
  func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Int64? {
    let value: Int64
    if count < Digits.limit, room >= Digits.limit, let short = Digits.number(Digits.word(bytes, count)) {
      value = short
    } else {
      guard let long = NumberParsing.integer(bytes, count) ?? whole(bytes, count) else { return nil }
      value = long
    }
    return value >= least && value <= most ? value : nil
  }

  /// The whole number written with a fraction of one zero.
  private func whole(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard let markBeforeZero, count > 2, bytes[count - 2] == markBeforeZero, bytes[count - 1] == UInt8(ascii: "0")
    else { return nil }
    return NumberParsing.integer(bytes, count - 2)
  }
}

/// Decimal numbers in a range.
struct DecimalParser: FieldParser {
  static var zero: ExactDecimal { 0 }
  let mark: UInt8
  var range: DecimalRange

  @inline(__always)
  mutating func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> ExactDecimal? {
    guard
      let value = NumberParsing.shortDecimal(bytes, count, mark: mark, room: room)
        ?? NumberParsing.decimal(bytes, count, mark: mark)
    else { return nil }
    return range.contains(value) ? value : nil
  }
}

/// Floating-point numbers in a range.
struct NumberParser: FieldParser {
  static var zero: Double { 0 }
  let mark: UInt8
  let least: Double, most: Double

  @inline(__always)
  func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Double? {
    NumberParsing.number(bytes, count, mark: mark).flatMap { $0 >= least && $0 <= most ? $0 : nil }
  }
}

/// Days.
struct DateParser: FieldParser {
  static var zero: Day { Day(ordinal: 0) }

  @inline(__always)
  func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Day? {
    Day(iso: UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

/// True and false.
struct BooleanParser: FieldParser {
  static var zero: Bool { false }

  @inline(__always)
  func value(_ bytes: UnsafePointer<UInt8>, _ count: Int, room: Int) -> Bool? {
    // The first four letters as a number decide.
    if count == 4 || count == 5 {
      let letters = UInt32(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
      if count == 4, letters == 0x7472_7565 { return true }
      if count == 5, letters == 0x6661_6C73, bytes[4] == UInt8(ascii: "e") { return false }
    }
    guard count <= 10 else { return nil }
    let word = (0..<count).map { bytes[$0] | 0x20 }
    return Self.words.first { $0.letters == word }?.value
  }

  /// What spreadsheets make of true and false when they save them, in English, Spanish, Portuguese and French.
  private static let words: [(letters: [UInt8], value: Bool)] = [
    ("true", true), ("false", false), ("verdadero", true), ("falso", false), ("verdadeiro", true), ("vrai", true),
    ("faux", false),
  ].map { (Array($0.0.utf8), $0.1) }
}
