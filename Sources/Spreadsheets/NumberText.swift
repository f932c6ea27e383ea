/// Writes the numbers of cells as people mean them: the shortest decimal that says what the spreadsheet shows.
///
/// Spreadsheets hold binary numbers, and write 0.1 + 0.2 as 0.30000000000000004. What they show has fifteen digits at
/// most, so more are rounded to these (ECMA-376 leaves the digits to the program). A whole number keeps all of its digits.
enum NumberText {
  /// The most significant digits of a number with a fraction or an exponent.
  static let digits = 15

  /// Appends the number that `text` writes, times ten to the power of `shift`, with `mark` before its fraction; false
  /// where `text` writes none.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, shift: Int = 0, mark: UInt8, to out: inout ByteBuffer
  ) -> Bool {
    if shift == 0, isPlain(text) {
      out.append(text)
      return true
    }
    guard var number = Decimal(text) else { return false }
    number.point += shift
    number.append(to: &out, mark: mark)
    return true
  }

  /// The number that `text` writes; nil where it writes none.
  static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    // Days have few digits, which a binary number holds; other notations take the long way.
    var (mantissa, places, hasPoint): (Int64, Int, Bool) = (0, 0, false)
    if text.count <= 18, let first = text.first, first &- 48 <= 9 {
      for byte in text {
        if byte &- 48 <= 9 {
          mantissa = mantissa * 10 + Int64(byte - 48)
          if hasPoint { places += 1 }
        } else if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
        } else {
          return Double(String(decoding: text, as: UTF8.self))
        }
      }
      return Double(mantissa) / powersOfTen[places]
    }
    return Double(String(decoding: text, as: UTF8.self))
  }

  private static let powersOfTen = (0...18).reduce(into: [Double]()) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// Whether `text` is a whole number that stands as it should.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    let start = first == UInt8(ascii: "-") ? 1 : 0
    guard text.count > start else { return false }
    for place in start..<text.count where text[place] &- 48 > 9 { return false }
    return text[start] != 48 || (text.count == 1)
  }

  /// A decimal number as digits with a point among or beside them.
  private struct Decimal {
    var isNegative = false
    /// Significant digits, without zeros at either end.
    var digits: [UInt8] = []
    /// How many of the digits stand before the point; may be negative, or more than there are.
    var point = 0
    /// Whether the text has a fraction or an exponent.
    private var isBroken = false

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      guard text.count <= 400 else { return nil }
      var place = 0
      if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
        isNegative = first == UInt8(ascii: "-")
        place = 1
      }
      var (seen, hasPoint) = (false, false)
      while place < text.count {
        let byte = text[place]
        if byte &- 48 <= 9 {
          seen = true
          if byte != 48 || !digits.isEmpty {
            digits.append(byte)
            if !hasPoint { point += 1 }
          } else if hasPoint {
            point -= 1
          }
        } else if byte == UInt8(ascii: "."), !hasPoint {
          (hasPoint, isBroken) = (true, true)
        } else {
          break
        }
        place += 1
      }
      guard seen else { return nil }
      if place < text.count {
        guard text[place] == UInt8(ascii: "e") || text[place] == UInt8(ascii: "E"), place + 1 < text.count else {
          return nil
        }
        place += 1
        let isDown = text[place] == UInt8(ascii: "-")
        if isDown || text[place] == UInt8(ascii: "+") { place += 1 }
        guard place < text.count, text.count - place <= 4 else { return nil }
        var exponent = 0
        for byte in text[place...] {
          guard byte &- 48 <= 9 else { return nil }
          exponent = exponent * 10 + Int(byte - 48)
        }
        point += isDown ? -exponent : exponent
        isBroken = true
      }
      round()
    }

    /// Cuts the digits beyond those that a spreadsheet shows, and zeros at the end.
    private mutating func round() {
      if isBroken, digits.count > NumberText.digits {
        let isUp = digits[NumberText.digits] >= UInt8(ascii: "5")
        digits.removeSubrange(NumberText.digits...)
        if isUp { increment() }
      }
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { (point, isNegative) = (0, false) }
    }

    private mutating func increment() {
      var place = digits.count - 1
      while place >= 0, digits[place] == UInt8(ascii: "9") {
        digits[place] = 48
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(UInt8(ascii: "1"), at: 0)
        point += 1
      }
    }

    func append(to out: inout ByteBuffer, mark: UInt8) {
      if isNegative { out.append(UInt8(ascii: "-")) }
      if digits.isEmpty { return out.append(48) }
      // Numbers of other magnitudes count nothing that people vote with; they stay short.
      guard -30...60 ~= point else {
        digits.withUnsafeBufferPointer { out.append($0) }
        out.append(UInt8(ascii: "e"))
        return out.append(text: "\(point - digits.count)")
      }
      if point <= 0 { out.append(48) }
      for digit in digits.prefix(max(point, 0)) { out.append(digit) }
      if point > digits.count { out.append(48, times: point - digits.count) }
      guard point < digits.count else { return }
      out.append(mark)
      if point < 0 { out.append(48, times: -point) }
      for digit in digits[max(point, 0)...] { out.append(digit) }
    }
  }
}
