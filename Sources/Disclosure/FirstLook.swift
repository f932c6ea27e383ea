/// What one pass over a stretch tells of it, so that few are looked at twice: most fields of a table are a few digits, instants, keys of
/// digits between dashes, or digests, and most lines of a text are words alone.
struct FirstLook {
  private var digits = 0
  /// How long each run of digits is, four bits each, the last one lowest; fifteen stands for that and more.
  private var shape: UInt64 = 0
  /// Whether a run has seven digits, as the northing of a place in UTM has.
  private var hasSeven = false
  private var hasLetters = false
  private var dashes = 0
  private var points = 0
  /// Whether its first digits are two zeros, as of numbers that are dialled abroad.
  private var beginsAbroad = false
  /// Whether anything else stands in it that can join numbers or part words, or two marks beside each other.
  private var hasOthers = false
  /// Whether there is a sign that alone is enough: of an address, a bracket, an escape, a character of several bytes that is no Latin letter.
  private var hasSigns = false
  private let isClock: Bool

  /// What `bytes` are made of.
  init(at bytes: UnsafeRawBufferPointer) {
    isClock = Self.isClock(bytes)
    guard !isClock else { return }
    var (run, place) = (0, 0)
    while place < bytes.count, !hasSigns {
      let byte = bytes[place]
      if FoldedLine.isDigit(byte) {
        run += 1
        if run == 2, digits == 0 { beginsAbroad = byte == UInt8(ascii: "0") && bytes[place - 1] == byte }
      } else {
        if run > 0 { close(run) }
        run = 0
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
          hasLetters = true
          if byte | 0x20 == UInt8(ascii: "b") { hasSigns = Self.isArroba(bytes, place) }
        } else {
          meet(byte, between: place > 0 ? bytes[place - 1] : nil, place + 1 < bytes.count ? bytes[place + 1] : nil)
        }
      }
      place += 1
    }
    if run > 0 { close(run) }
  }

  /// Whether anything can stand in it: in a field that is all of it and whose name says nothing, where it is `isAlone`; a name of the
  /// roster, where there are any.
  func isWorthASecond(isAlone: Bool, hasNames: Bool) -> Bool {
    if hasSigns { return true }
    if hasNames && hasLetters { return true }
    // No number that tells of a person has fewer.
    guard !isClock, digits >= 5 else { return false }
    guard isAlone, !hasOthers, points <= 1 else { return true }
    if hasLetters {
      // One word, as digests are: nothing begins or ends within a word but a place in UTM.
      return dashes > 0 || points > 0 || hasSeven
    }
    return beginsAbroad || Self.whole.contains(shape) || digits == 13 || digits == 14
  }

  /// The runs of the phone and identity numbers that dashes or a dot join, where the number is all that the field holds.
  private static let whole: Set<UInt64> = [
    0x44, 0x2222, 0x3222, 0x334, 0x1334, 0x38, 0x344, 0x32222, 0x81, 0x324, 0x454,
  ]

  private mutating func close(_ run: Int) {
    digits += run
    shape = shape << 4 | UInt64(min(run, 15))
    if run == 7 { hasSeven = true }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private mutating func meet(_ byte: UInt8, between last: UInt8?, _ next: UInt8?) {
    switch byte {
    case _ where Self.isMark(byte):
      if byte == UInt8(ascii: "-") { dashes += 1 } else { points += 1 }
      if let last, Self.isMark(last) { hasOthers = true }
    case UInt8(ascii: "_"): hasLetters = true
    case UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"),
      UInt8(ascii: "+"):
      hasSigns = true
    // JSON can write any sign by its number.
    case UInt8(ascii: "\\"): (hasOthers, hasSigns) = (true, next == UInt8(ascii: "u"))
    case 0xC3:
      // A Latin letter with its accent: U+00C0 to U+00FF.
      (hasLetters, hasOthers) = (true, true)
    case 0xC2, 0xC4...: hasSigns = true
    default: hasOthers = true
    }
  }

  /// Whether the "b" at `place` is that of "arroba".
  private static func isArroba(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    place > 0 && place + 1 < bytes.count && bytes[place - 1] | 0x20 == UInt8(ascii: "o")
      && bytes[place + 1] | 0x20 == UInt8(ascii: "a")
  }

  /// Whether `bytes` are a day or an instant as ISO 8601 writes it.
  private static func isClock(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard (10...30).contains(bytes.count), bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    for place in 0..<10 where place != 4 && place != 7 {
      guard FoldedLine.isDigit(bytes[place]) else { return false }
    }
    if bytes.count > 10, bytes[10] != UInt8(ascii: "T") { return false }
    for place in 11..<max(11, bytes.count) {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z"): continue
      default: return false
      }
    }
    return true
  }
}
