internal import CLanes

/// Tells what ends fields and rows from what stands in quotes, 64 bytes at a time.
///
/// Each quote changes between inside and outside, a doubled one twice. That holds as long as no rule of `RowScanner` is
/// broken, which is checked along the way: once `isRegular` is false, the marks say nothing, and the bytes are to be
/// scanned one by one. Rows begin where the bytes begin.
struct RowMarks {
  /// Bits for 64 bytes, the first one lowest.
  struct Marks {
    /// Delimiters and line feeds outside quotes.
    let ends: UInt64
    /// Line feeds, wherever they stand.
    let lineFeeds: UInt64
  }

  private let delimiter: UInt8
  private let quote: UInt8
  /// All bits where fields may be quoted, else none.
  private let quoting: UInt64
  /// What the last byte of the 64 before was: all bits where it stands inside quotes, and a one for an end, a closing
  /// quote, a carriage return outside quotes.
  private var (inside, ended, closed, returned): (UInt64, UInt64, UInt64, UInt64) = (0, 1, 0, 0)
  /// Where rules are broken.
  private var broken: UInt64 = 0

  init(_ format: CSVFormat) {
    delimiter = format.delimiter.byte
    (quote, quoting) = format.quote.byte.map { ($0, .max) } ?? (delimiter, 0)
  }

  /// Whether no rule was broken so far.
  var isRegular: Bool { broken == 0 }

  /// Whether the last of the bytes stands outside quotes.
  var isOutside: Bool { inside == 0 }

  /// The marks of the next 64 bytes.
  @inline(__always)
  mutating func next(_ bytes: UnsafePointer<UInt8>) -> Marks {
    let lineFeeds = veedor_equal(bytes, UInt8(ascii: "\n"))
    let returns = veedor_equal(bytes, UInt8(ascii: "\r"))
    let breaks = veedor_equal(bytes, delimiter) | lineFeeds
    let quotes = veedor_equal(bytes, quote) & quoting
    let inside = Self.parity(quotes) ^ inside
    let ends = breaks & ~inside
    let outerReturns = returns & ~inside
    // A quote opens a field, or follows the one that it doubles; one that closes a field is followed by an end.
    let closing = quotes & ~inside
    let behindClosing = closing &<< 1 | closed
    broken |= quotes & inside & ~(ends &<< 1 | ended | behindClosing)
    broken |= behindClosing & ~(breaks | returns | quotes)
    broken |= (outerReturns &<< 1 | returned) & ~lineFeeds
    self.inside = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
    (ended, closed, returned) = (ends &>> 63, closing &>> 63, outerReturns &>> 63)
    return Marks(ends: ends, lineFeeds: lineFeeds)
  }

  /// For each bit, whether the number of bits up to it, itself included, is odd.
  @inline(__always)
  private static func parity(_ bits: UInt64) -> UInt64 {
    guard bits != 0 else { return 0 }
    var parity = bits ^ bits &<< 1
    parity ^= parity &<< 2
    parity ^= parity &<< 4
    parity ^= parity &<< 8
    parity ^= parity &<< 16
    return parity ^ parity &<< 32
  }
}
