import Tables

/// The numbers of one column of a kind that its file withholds, and between which numbers each of them lies.
///
/// A file's column of whole numbers is then read a second time, as texts; what is withheld is no value of the column.
/// The ranges stand in the kind's table in a column of their own, as `0-9`, so that they go where the rows go.
struct WithheldNumbers {
  private let ranges: [String: ClosedRange<Int>]
  private let file: Table

  /// The numbers that `file` withholds, as `withheld` says.
  init(_ withheld: [WithheldText], in file: Table) {
    let pairs = withheld.flatMap { it in it.texts.map { ($0, it.range) } }
    (ranges, self.file) = (Dictionary(pairs) { first, _ in first }, file)
  }

  /// What is asked of a file so that the texts of its column `name` are there beside the numbers.
  static func specification(of name: String) -> ColumnSpec {
    var spec = ColumnSpec(texts(of: name), .text, .optional)
    spec.header = name
    return spec
  }

  /// The column of the kind's table that says what of its column `name` is withheld; its name marks a column that no
  /// program has to read.
  static func column(of name: String) -> String { "x_withheld_\(name)" }

  /// How `range` is written in that column.
  static func text(of range: ClosedRange<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }

  private static func texts(of name: String) -> String { "\(name) (withheld)" }

  /// For each row, between which numbers lies what the file's column `name` withholds there; nil where it withholds nothing.
  func ranges(in name: String) -> [ClosedRange<Int>?] {
    guard case .text(let texts)? = file[Self.texts(of: name)] else {
      return Array(repeating: nil, count: file.rowCount)
    }
    let encoded = texts.encoded
    let known = encoded.texts.map { ranges[$0] }
    return encoded.codes.map { $0 < 0 ? nil : known[Int($0)] }
  }

  /// `numbers`, which stand in the file's column `name`, without those that are withheld, whatever stands for missing ones.
  func taken(off numbers: AnyColumn, of name: String) -> AnyColumn {
    guard !ranges.isEmpty, case .integer(let column) = numbers else { return numbers }
    var missing = column.missing
    for (row, range) in ranges(in: name).enumerated() where range != nil { missing.insert(row) }
    return .integer(Column(values: column.values, missing: missing))
  }

  /// The ranges of what is the sum of the columns `names` less those of `less`, in which parts are withheld; none where another
  /// part is missing, as nothing then bounds the sum. `numbers` gives a column as it is summed.
  func ranges(of names: [String], less: [String], _ numbers: (String) -> Column<Int64>?) -> TextColumn {
    typealias Part = (withheld: [ClosedRange<Int>?], numbers: Column<Int64>?)
    func parts(_ names: [String]) -> [Part] { names.map { (ranges(in: $0), numbers($0)) } }
    func sum(_ parts: [Part], _ row: Int) -> ClosedRange<Int>? {
      let bounds = parts.compactMap { part in part.withheld[row] ?? part.numbers?[row].map { Int($0)...Int($0) } }
      guard bounds.count == parts.count else { return nil }
      return bounds.reduce(0) { $0 + $1.lowerBound }...bounds.reduce(0) { $0 + $1.upperBound }
    }
    let (added, taken) = (parts(names), parts(less))
    let all = added + taken
    var builder = TextColumnBuilder(count: file.rowCount)
    for row in 0..<file.rowCount {
      guard all.contains(where: { $0.withheld[row] != nil }), let whole = sum(added, row),
        let part = sum(taken, row), whole.upperBound >= part.lowerBound
      else {
        builder.appendMissing()
        continue
      }
      builder.append(
        Self.text(of: max(0, whole.lowerBound - part.upperBound)...(whole.upperBound - part.lowerBound)).utf8)
    }
    return builder.column
  }
}

extension DatasetSource {
  /// The numbers of `column` that the file withholds: their rows, from 0, and between which numbers each lies.
  public func withheld(in column: String) -> [(row: Int, range: ClosedRange<Int>)] {
    guard case .text(let texts)? = table[WithheldNumbers.column(of: column)],
      case .integer(let numbers)? = table[column]
    else { return [] }
    return (0..<table.rowCount).compactMap { row in
      // An earlier edition may have the number, or not say that it was withheld.
      guard numbers.isMissing(row), let ends = texts[row]?.split(separator: "-").compactMap({ Int($0) }),
        ends.count == 2
      else { return nil }
      return (row, ends[0]...ends[1])
    }
  }
}
