internal import Glibc

/// The bytes of some part of a file.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The first place of `byte` from `start` on.
  @inline(__always) func first(_ byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The last place of `byte` in `range`.
  func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var at = range.upperBound
    while at > range.lowerBound {
      at &-= 1
      if self[at] == byte { return at }
    }
    return nil
  }

  /// How often `byte` occurs.
  func count(of byte: UInt8) -> Int {
    var found = 0
    for at in 0..<count where self[at] == byte { found &+= 1 }
    return found
  }

  /// The bytes of `range`.
  @inline(__always) func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }
}

/// Finds the first of four bytes, eight at a time.
///
/// A byte of a word is zero exactly where subtracting 1 from it borrows and its top bit was not set; borrows run only
/// upwards, so that the lowest mark is always right (Mycroft's test; see Warren, Hacker's Delight, 2nd ed., 6-1).
struct FourByteSearch {
  private let patterns: (UInt64, UInt64, UInt64, UInt64)

  init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
    patterns = (Self.spread(a), Self.spread(b), Self.spread(c), Self.spread(d))
  }

  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The first place from `start` on, or the end.
  @inline(__always) func first(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let marks =
        zeros(word ^ patterns.0) | zeros(word ^ patterns.1) | zeros(word ^ patterns.2) | zeros(word ^ patterns.3)
      if marks != 0 { return at &+ marks.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < end {
      let word = UInt64(bytes[at]) &* 0x0101_0101_0101_0101
      if word == patterns.0 || word == patterns.1 || word == patterns.2 || word == patterns.3 { break }
      at &+= 1
    }
    return at
  }

  @inline(__always) private func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
