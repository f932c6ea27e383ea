import Schema

/// The pages that an archive says it holds (WACZ 1.1.1, section 5.2.2): a line of JSON for each.
public struct PageList: Sendable, Equatable {
  /// A page as its line tells it.
  public struct Page: Sendable, Equatable {
    /// Its address.
    public let address: String
    /// When it was saved, as the archive writes it; nil where it does not say.
    public let time: String?
  }

  /// The folder of the files that list them.
  static let folder = "pages/"
  /// The most that are listed; others are counted.
  static let mostListed = 100
  /// The most bytes of a page's line, which may have the text of the page.
  static let longestLine = 4 << 20
  /// The most bytes of an address and its time.
  static let longestAddress = 4 << 10

  /// How many there are.
  public private(set) var count = 0
  /// The first of them, in the order of the archive.
  public private(set) var listed: [Page] = []
  /// Lines that tell of no page, or that are too long.
  public private(set) var unread = 0

  /// Takes in a line; nil is one that is too long.
  mutating func take(_ line: [UInt8]?) {
    guard let line, let value = try? Value(json: line) else { return unread += 1 }
    // The first line of a file says what those behind it are.
    guard value["format"] == nil else { return }
    let time = value["ts"]?.string
    guard let address = value["url"]?.string, address.utf8.count + (time?.utf8.count ?? 0) <= Self.longestAddress else {
      return unread += 1
    }
    count += 1
    if listed.count < Self.mostListed { listed.append(Page(address: address, time: time)) }
  }
}

/// Cuts the bytes of a list of pages into lines.
struct PageLines {
  private var line: [UInt8] = []
  private var isTooLong = false

  /// Takes in the next bytes.
  mutating func take(_ bytes: UnsafeRawBufferPointer, into pages: inout PageList) {
    for (number, part) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if number > 0 { end(into: &pages) }
      if line.count + part.count > PageList.longestLine { isTooLong = true }
      if isTooLong { line = [] } else { line += part }
    }
  }

  /// Ends a line.
  mutating func end(into pages: inout PageList) {
    let isBlank = line.allSatisfy { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains($0) }
    if isTooLong || !isBlank { pages.take(isTooLong ? nil : line) }
    (line, isTooLong) = ([], false)
  }
}
