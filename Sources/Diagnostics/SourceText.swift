/// A text that diagnostics point into: its name as users see it, and its lines.
public struct SourceText: Sendable {
  /// The path as users see it: relative to the workspace.
  public let name: String
  /// The text as it is in the file, broken UTF-8 and byte order mark included.
  public let bytes: [UInt8]
  /// Byte offset at which each line starts.
  private let starts: [Int]

  /// A source named `name` with the UTF-8 bytes `text`; broken UTF-8 is shown with replacement characters.
  ///
  /// A byte order mark at the start belongs to no line: editors do not show it, so columns do not count it.
  public init(name: String, text: some Sequence<UInt8>) {
    self.name = name
    bytes = Array(text)
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    self.starts = starts
  }

  /// A source named `name` that holds `text`.
  public init(name: String, _ text: String) { self.init(name: name, text: text.utf8) }

  /// The number of lines; a text that ends with a line break has an empty last line.
  public var lineCount: Int { starts.count }

  /// Line `number`, from 1, without its line break; nil where there is none.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    var line = bytes[starts[number - 1]..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// The position of the UTF-8 byte at `offset`, which may be just behind the end.
  ///
  /// Costs a binary search over the lines, and a walk over the line.
  public func mark(atByte offset: Int) -> Mark {
    let offset = min(max(offset, starts[0]), bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<offset], as: UTF8.self)
    return Mark(line: low + 1, column: before.unicodeScalars.count + 1)
  }
}
