internal import BigInt
internal import Hashing

/// A SHA-256 hash read as a whole number of 256 bits, the most significant first.
struct HashNumber {
  /// The four words, the most significant first.
  private var words: (UInt64, UInt64, UInt64, UInt64)

  init(_ hash: Hash32) { words = hash.words }

  /// The number modulo `divisor`, which is positive.
  func remainder(_ divisor: UInt64) -> UInt64 {
    var rest = words.0 % divisor
    for word in [words.1, words.2, words.3] { rest = divisor.dividingFullWidth((rest, word)).remainder }
    return rest
  }

  /// The number without a limit of size.
  var whole: BigUInt { BigUInt(words: [words.3, words.2, words.1, words.0].map { UInt($0) }) }

  /// The last six decimal digits in reverse: the leading digits of a consistent ticket, found without long division.
  ///
  /// 2^64, 2^128 and 2^192 leave 551616, 211456 and 512896 modulo 10^6.
  var reversedLastSix: UInt32 {
    let million: UInt64 = 1_000_000
    let sum =
      words.0 % million * 512_896 + words.1 % million * 211_456 + words.2 % million * 551_616 + words.3 % million
    var (rest, out) = (UInt32(truncatingIfNeeded: sum % million), UInt32(0))
    for _ in 0..<6 { (out, rest) = (out * 10 + rest % 10, rest / 10) }
    return out
  }

  /// The decimal digits in ASCII, the least significant first, with zeros behind them up to 64.
  var reversedDigits: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(90)
    var rest = words
    while rest != (0, 0, 0, 0) {
      var part: UInt64
      (rest.0, part) = rest.0.quotientAndRemainder(dividingBy: Self.chunk)
      (rest.1, part) = Self.chunk.dividingFullWidth((part, rest.1))
      (rest.2, part) = Self.chunk.dividingFullWidth((part, rest.2))
      (rest.3, part) = Self.chunk.dividingFullWidth((part, rest.3))
      for _ in 0..<18 {
        out.append(UInt8(ascii: "0") + UInt8(part % 10))
        part /= 10
      }
    }
    while out.last == UInt8(ascii: "0") { out.removeLast() }
    while out.count < 64 { out.append(UInt8(ascii: "0")) }
    return out
  }

  private static let chunk: UInt64 = 1_000_000_000_000_000_000

  /// The number over 2^256, rounded once to binary64.
  var fraction: Double {
    var rest = words
    var shift = 0
    while rest.0 == 0, shift < 256 { (rest, shift) = ((rest.1, rest.2, rest.3, 0), shift + 64) }
    let zeros = UInt64(rest.0.leadingZeroBitCount)
    guard zeros < 64 else { return 0 }
    var top = zeros == 0 ? rest.0 : rest.0 << zeros | rest.1 >> (64 - zeros)
    let cut = rest.1 << zeros | rest.2 | rest.3
    if cut != 0 { top |= 1 }
    return Double(sign: .plus, exponent: -64 - shift - Int(zeros), significand: Double(top))
  }
}
