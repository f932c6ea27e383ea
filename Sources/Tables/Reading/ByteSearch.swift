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
    var from = 0
    while let at = first(byte, from: from) {
      found &+= 1
      from = at &+ 1
    }
    return found
  }

  /// The content of a quoted field, in which every quote is doubled, with each of them once.
  func withoutDoubled(_ quote: UInt8) -> [UInt8] {
    var content: [UInt8] = []
    var at = 0
    while at < count {
      content.append(self[at])
      at += self[at] == quote ? 2 : 1
    }
    return content
  }

  /// The bytes of `range`.
  @inline(__always) func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }
}

/// Finds the next of four bytes, by looking at 64 bytes at a time and remembering what it saw.
struct ByteFinder {
  private typealias Lanes = SIMD16<UInt8>

  private let bytes: Bytes
  private let wanted: (Lanes, Lanes, Lanes, Lanes)
  /// Where the 64 bytes that were looked at last begin.
  private var start: Int
  /// One bit for each of them, set where one of the wanted bytes stands.
  private var found: UInt64 = 0

  /// A finder of `a`, `b`, `c` and `d` in `bytes`.
  init(_ bytes: Bytes, _ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
    self.bytes = bytes
    wanted = (Lanes(repeating: a), Lanes(repeating: b), Lanes(repeating: c), Lanes(repeating: d))
    start = -64
  }

  /// The first place from `place` on, or the end; places never go back.
  @inline(__always)
  mutating func first(from place: Int) -> Int {
    let offset = place &- start
    if offset < 64 {
      let left = found & (~0 &<< UInt64(truncatingIfNeeded: offset))
      if left != 0 { return start &+ left.trailingZeroBitCount }
    }
    return look(from: max(place, start &+ 64))
  }

  private mutating func look(from place: Int) -> Int {
    guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return 0 }
    start = place
    while start &+ 64 <= bytes.count {
      let at = base + start
      found =
        bits(at) | bits(at + 16) << 16 | bits(at + 32) << 32 | bits(at + 48) << 48
      if found != 0 { return start &+ found.trailingZeroBitCount }
      start &+= 64
    }
    found = 0
    for at in start..<max(start, bytes.count) {
      let byte = bytes[at]
      if byte == wanted.0[0] || byte == wanted.1[0] || byte == wanted.2[0] || byte == wanted.3[0] {
        found |= 1 << UInt64(at - start)
      }
    }
    return found == 0 ? bytes.count : start &+ found.trailingZeroBitCount
  }

  /// A bit for each of the 16 bytes from `at` on.
  @inline(__always)
  private func bits(_ at: UnsafeRawPointer) -> UInt64 {
    let lanes = at.loadUnaligned(as: Lanes.self)
    let equal = (lanes .== wanted.0) .| (lanes .== wanted.1) .| (lanes .== wanted.2) .| (lanes .== wanted.3)
    // Each lane keeps the bit of its place; the multiplication adds the eight lanes of a half into its top byte.
    let halves = unsafeBitCast(equal, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x8040_2010_0804_0201)
    let low = (UInt64(littleEndian: halves[0]) &* 0x0101_0101_0101_0101) >> 56
    let high = (UInt64(littleEndian: halves[1]) &* 0x0101_0101_0101_0101) >> 56
    return low | high << 8
  }
}
