/// Takes columns out of a file with delimiters; every other byte stays as it is.
///
///     let cut = ColumnCut(of: ["tel"], delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
///     let (bytes, missing) = cut.cut(file)
public struct ColumnCut: Sendable {
  private let columns: [String]
  private let delimiter: UInt8
  private let quote: UInt8?
  private let header: Int

  /// Of a file whose heads stand on line `header`, from 1.
  public init(of columns: [String], delimiter: UInt8, quote: UInt8?, header: Int = 1) {
    (self.columns, self.delimiter, self.quote, self.header) = (columns, delimiter, quote, header)
  }

  /// The bytes without the columns, and the names of those that the file does not have.
  public func cut(_ bytes: UnsafeRawBufferPointer) -> (bytes: [UInt8], missing: [String]) {
    let start = headerStart(bytes)
    var out = Array(bytes[..<start])
    out.reserveCapacity(bytes.count)
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
    var (places, missing, isFirstRow, hasField): (Set<Int>, Set<String>, Bool, Bool) = ([], Set(columns), true, false)
    var heads: [(field: DelimitedRows.Field, name: String)] = []
    func write(_ field: DelimitedRows.Field) {
      if !places.contains(field.index) {
        if hasField { out.append(delimiter) }
        out.append(contentsOf: rest[field.written])
        hasField = true
      }
      guard field.isLast else { return }
      // Its line break, as it is written.
      let end = rest[field.written.upperBound...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.count
      out.append(contentsOf: rest[field.written.upperBound..<end])
      hasField = false
    }
    DelimitedRows(bytes: rest, delimiter: delimiter, quote: quote).forEach { field in
      guard isFirstRow else { return write(field) }
      let name = Self.name(rest[field.content], quote)
      heads.append((field, name))
      if columns.contains(name) {
        places.insert(field.index)
        missing.remove(name)
      }
      guard field.isLast else { return }
      isFirstRow = false
      for head in heads { write(head.field) }
    }
    return (out, columns.filter(missing.contains))
  }

  /// The name that the head `content` writes: UTF-8, else Latin-1; doubled quotes are one.
  private static func name(_ content: Slice<UnsafeRawBufferPointer>, _ quote: UInt8?) -> String {
    let text =
      String(validating: content, as: UTF8.self)
      ?? String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
    guard let quote else { return text }
    let mark = String(UnicodeScalar(quote))
    return text.replacing(mark + mark, with: mark)
  }

  /// Where the line of heads begins: behind the lines above it, or the mark of UTF-8.
  private func headerStart(_ bytes: UnsafeRawBufferPointer) -> Int {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for _ in 1..<max(1, header) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return bytes.count }
      start = end + 1
    }
    return start
  }
}
