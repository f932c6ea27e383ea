/// Numbers read from bytes, without a locale; each reader gives nil for anything that is not exactly of its form.
enum NumberParsing {
  /// `-?[0-9]+`, within 64 bits.
  @inline(__always)
  static func integer(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    var at = isNegative ? 1 : 0
    // Eighteen digits cannot overflow.
    guard at < count, count - at <= 18 else { return longInteger(bytes, count) }
    var value: Int64 = 0
    while at < count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
      at &+= 1
    }
    return isNegative ? 0 &- value : value
  }

  private static func longInteger(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    guard count > (isNegative ? 1 : 0) else { return nil }
    var value: Int64 = 0
    for at in (isNegative ? 1 : 0)..<count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      // Downwards, where there is one number more.
      let (sum, overflowsToo) = product.subtractingReportingOverflow(Int64(digit))
      guard !overflows, !overflowsToo else { return nil }
      value = sum
    }
    return isNegative ? value : value == .min ? nil : -value
  }

  /// `[0-9]+(MARK[0-9]+)?` in fewer bytes than `Digits.limit`, where `room` can be read; nil does not mean that it is
  /// no decimal number.
  @inline(__always)
  static func shortDecimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8, room: Int) -> ExactDecimal? {
    guard count < Digits.limit, room >= Digits.limit else { return nil }
    let word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    // The lowest byte that is the mark has the lowest bit that is left.
    let others = word ^ 0x0101_0101_0101_0101 &* UInt64(mark)
    let place = ((others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
    guard place < count else {
      return Digits.number(Digits.aligned(word, count)).map { ExactDecimal(mantissa: $0) }
    }
    guard place > 0, place &+ 1 < count else { return nil }
    let whole = 1 &<< UInt64(truncatingIfNeeded: place &* 8) &- 1 as UInt64
    let digits = Digits.aligned(word & whole | word &>> 8 & ~whole, count &- 1)
    return Digits.number(digits).map {
      ExactDecimal(mantissa: $0, scale: UInt8(truncatingIfNeeded: count &- 1 &- place))
    }
  }

  /// `-?[0-9]+(MARK[0-9]+)?`, with at most 18 places and within 64 bits.
  @inline(__always)
  static func decimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8) -> ExactDecimal? {
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    var at = isNegative ? 1 : 0
    let first = at
    var (value, overflows): (Int64, Bool) = (0, false)
    var behindMark = -1
    while at < count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit < 10 {
        let (product, one) = value.multipliedReportingOverflow(by: 10)
        let (sum, two) = product.subtractingReportingOverflow(Int64(digit))
        (value, overflows) = (sum, overflows || one || two)
      } else {
        guard bytes[at] == mark, behindMark < 0, at > first else { return nil }
        behindMark = at &+ 1
      }
      at &+= 1
    }
    guard at > first, behindMark != count, !overflows, isNegative || value != .min else { return nil }
    let scale = behindMark < 0 ? 0 : count - behindMark
    guard scale <= 18 else { return nil }
    return ExactDecimal(mantissa: isNegative ? value : -value, scale: UInt8(scale))
  }

  /// `-?[0-9]+(MARK[0-9]+)?([eE][+-]?[0-9]+)?`, the nearest double, which must be finite.
  static func number(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8) -> Double? {
    guard isNumber(bytes, count, mark: mark) else { return nil }
    // Short decimals are exact as a quotient of two exact doubles.
    if count <= 16, let exact = decimal(bytes, count, mark: mark) { return exact.number }
    let point = UnsafeBufferPointer(start: bytes, count: count).map { $0 == mark ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: point, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether the bytes have the form of a number, whatever its size.
  static func isNumber(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8) -> Bool {
    guard var at = endOfDecimal(bytes, count, mark: mark) else { return false }
    guard at < count else { return true }
    guard bytes[at] | 0x20 == UInt8(ascii: "e") else { return false }
    at += 1
    if at < count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
    return endOfDigits(bytes, count, from: at) == count
  }

  /// Whether the bytes have the form of a decimal number, or where there is no `mark` of an integer, whatever its size.
  static func isDecimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8?) -> Bool {
    endOfDecimal(bytes, count, mark: mark) == count
  }

  private static func endOfDecimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, mark: UInt8?) -> Int? {
    let start = count > 0 && bytes[0] == UInt8(ascii: "-") ? 1 : 0
    guard let whole = endOfDigits(bytes, count, from: start) else { return nil }
    return whole < count && bytes[whole] == mark ? endOfDigits(bytes, count, from: whole + 1) : whole
  }

  /// The place behind the digits from `start` on; nil where there are none.
  private static func endOfDigits(_ bytes: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int? {
    var at = start
    while at < count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return at > start ? at : nil
  }
}
