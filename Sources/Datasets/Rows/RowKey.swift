import Tables

/// What names a row of a dataset: the values of its key columns, in their order.
///
///     RowKey("17").text                     // 17
///     RowKey(["North", "Hall"]).text        // North/Hall
///     RowKey(["North/West", "Hall"]).text   // North~1West/Hall
///
/// Findings, results and pages have its written form. A key of one value is written as it is. Several values have `/`
/// between them, and inside them `/` is written `~1`, as in a JSON Pointer (RFC 6901, section 3); a `~` before 0 or 1 is
/// then `~0`, while any other stays. All keys of a dataset have as many values as its kind has key columns, so that two
/// of its rows never have one written form.
public struct RowKey: Sendable, Hashable {
  /// The written form.
  public let text: String

  /// The key that is written `text`.
  public init(text: String) { self.text = text }

  /// The key of one value.
  public init(_ value: String) { self.init(text: value) }

  /// The key of `values`, in the order of the key columns.
  public init(_ values: [String]) {
    self.init(text: values.count == 1 ? values[0] : values.map(Self.part).joined(separator: "/"))
  }

  /// A value as it stands in a key of several.
  private static func part(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "~") }) else { return value }
    var out: [UInt8] = []
    for (byte, next) in zip(value.utf8, value.utf8.dropFirst().map(Optional.some) + [nil]) {
      switch (byte, next) {
      case (UInt8(ascii: "/"), _): out += "~1".utf8
      case (UInt8(ascii: "~"), UInt8(ascii: "0")), (UInt8(ascii: "~"), UInt8(ascii: "1")): out += "~0".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension RowKey: ExpressibleByStringLiteral, CustomStringConvertible {
  /// The key of one value.
  public init(stringLiteral value: String) { self.init(value) }
  /// The written form.
  public var description: String { text }
}

extension LoadedDataset {
  /// The rows, from 0, by their keys.
  public var rowsByKey: [RowKey: Int] {
    let table = source.table
    let columns = kind.columns(for: source.declaration).filter { $0.role == .key }.compactMap { table[$0.name] }
    return Dictionary((0..<table.rowCount).map { row in (RowKey(columns.map { $0.text(row) }), row) }) { first, _ in
      first
    }
  }
}
