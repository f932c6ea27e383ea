internal import CLanes
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
    forEach64 { bytes, _, valid in found &+= (veedor_equal(bytes, byte) & valid).nonzeroBitCount }
    return found
  }

  /// Calls `body` with pointers to 64 bytes after another, the place of the first of them, and a bit for each that is
  /// one of these bytes; the others, behind the end, are line feeds.
  @inline(__always)
  func forEach64(_ body: (UnsafePointer<UInt8>, _ place: Int, _ valid: UInt64) -> Void) {
    guard let base = baseAddress else { return }
    var place = 0
    while place &+ 64 <= count {
      body(base + place, place, .max)
      place &+= 64
    }
    guard place < count else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { last in
      guard let start = last.baseAddress else { return }
      start.initialize(repeating: UInt8(ascii: "\n"), count: 64)
      start.update(from: base + place, count: count - place)
      body(start, place, 1 &<< UInt64(count - place) - 1)
    }
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
