/// Where a field stands in its block, and how it was written; eight bytes, as there are many.
struct Field {
  private var bits: UInt64

  /// A row takes less than 2^24 bytes in the file, and up to three times as many once it is UTF-8.
  private static let lengthBits: UInt64 = 1 << 29 - 1
  private static let isQuotedBit: UInt64 = 1 << 29
  private static let isEscapedBit: UInt64 = 1 << 30
  private static let isFaultyBit: UInt64 = 1 << 31

  /// A field of `length` bytes, less than 2^29, from `start`, less than 2^32; quotes around it are not part of it.
  @inline(__always) init(start: Int, length: Int, isQuoted: Bool = false, isEscaped: Bool = false) {
    bits = UInt64(truncatingIfNeeded: start) << 32 | UInt64(truncatingIfNeeded: length)
    if isQuoted { bits |= Self.isQuotedBit }
    if isEscaped { bits |= Self.isEscapedBit }
  }

  @inline(__always) var start: Int { Int(bits >> 32) }
  @inline(__always) var length: Int { Int(bits & Self.lengthBits) }
  /// Whether it stood in quotes.
  var isQuoted: Bool { bits & Self.isQuotedBit != 0 }
  /// Whether it holds doubled quotes.
  @inline(__always) var isEscaped: Bool { bits & Self.isEscapedBit != 0 }
  /// Whether it is known to be wrong, so that its value says nothing.
  var isFaulty: Bool {
    get { bits & Self.isFaultyBit != 0 }
    set { bits = newValue ? bits | Self.isFaultyBit : bits & ~Self.isFaultyBit }
  }
  /// Whether nothing stands between the delimiters, not even quotes.
  @inline(__always) var isMissing: Bool { bits & (Self.lengthBits | Self.isQuotedBit) == 0 }
  /// Whether it is missing, and not for a fault.
  @inline(__always) var isNothing: Bool { bits & (Self.lengthBits | Self.isQuotedBit | Self.isFaultyBit) == 0 }
  /// Whether the value can be read as it stands, and is of one byte or more.
  @inline(__always) var isPlain: Bool {
    bits & (Self.isFaultyBit | Self.isEscapedBit) == 0 && bits & Self.lengthBits != 0
  }

  /// What stands in the file, quotes included.
  var written: Range<Int> { isQuoted ? start - 1..<start + length + 1 : start..<start + length }
}
