/// The end of what a module writes to its standard error.
struct LogTail: Sendable {
  private static let kept = 4096
  private let limit: Int
  private var total = 0
  private var bytes: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// Whether more was written than is allowed.
  var isOverfull: Bool { total > limit }

  /// Takes the next bytes; false where it is too much.
  mutating func append(_ new: UnsafeRawBufferPointer) -> Bool {
    total += new.count
    bytes += new
    if bytes.count > Self.kept { bytes.removeFirst(bytes.count - Self.kept) }
    return !isOverfull
  }

  /// The last line that says something, fit for a terminal.
  var lastLine: String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(
        String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(200)))
    }
    return lines.last { $0.contains { !$0.isWhitespace } }
  }
}
