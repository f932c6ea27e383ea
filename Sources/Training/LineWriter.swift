internal import Times

/// Writes lines of CSV fields that need no quotes beyond those of texts with commas.
struct LineWriter {
  /// What is written and not yet handed on.
  private(set) var bytes: [UInt8] = []
  private var isFirst = true
  /// The texts of times, which many rows share.
  private var times: [Int64: String] = [:]

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// A field, or several with the commas between them.
  mutating func text(_ text: String) {
    separate()
    bytes += text.utf8
  }

  /// A field, or several with the commas between them, in UTF-8.
  mutating func text(_ text: [UInt8]) {
    separate()
    bytes += text
  }

  /// A whole number.
  mutating func number(_ number: Int32) {
    separate()
    join(number)
  }

  /// A whole number behind what the field already holds.
  mutating func join(_ number: Int32) {
    var (rest, divisor) = (number.magnitude, UInt32(1))
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// An instant, in seconds since 1970.
  mutating func time(_ seconds: Int64) {
    if let known = times[seconds] { return text(known) }
    let new = Instant(seconds: seconds).rfc3339
    times[seconds] = new
    text(new)
  }

  /// A whole line of texts; those with a comma are quoted, and none holds a quote.
  mutating func texts(_ texts: [String]) {
    for it in texts { text(it.contains(",") ? "\"\(it)\"" : it) }
    newLine()
  }

  /// Ends the line, and hands everything to `sink` once there is enough of it.
  mutating func end<Failure: Error>(_ sink: (borrowing [UInt8]) throws(Failure) -> Void) throws(Failure) {
    newLine()
    guard bytes.count >= 1 << 20 else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }
}
