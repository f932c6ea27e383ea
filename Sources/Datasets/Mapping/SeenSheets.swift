import Diagnostics
import Tables
import Times

/// What a series of exports of a running count shows of its sheets: when each was first there, and which figures changed.
///
/// An export is held against what the exports before it have shown, and let go: no more than one of them stands in memory.
struct SeenSheets {
  private let key: String
  /// The columns of votes. A sheet that has none of them is listed, and not counted yet.
  private let votes: [String]
  /// Each sheet as the last export has it that holds it, in the order of first appearance.
  private var latest: Table?
  /// For each sheet the export in which it appeared, with votes where any has them, and where it was read as it is, among the rows of all
  /// exports.
  private var first: [Int] = [], places: [Int] = []
  /// Whether a sheet had no votes so far.
  private var isBlank: [Bool] = []
  private var exports: [(file: SeriesFile, rows: Int)] = []
  private var revisions: [Revision] = []
  private var selection: RowSelection?

  /// Nothing yet, of sheets whose key is in the column `key`, and their votes in the columns `votes`.
  init(key: String, votes: [String]) { (self.key, self.votes) = (key, votes) }

  /// Adds a later export. Throws a `DiagnosticsError` where the texts of all are too many.
  mutating func add(_ export: DatasetSource, _ file: SeriesFile, rows: Int) throws(DiagnosticsError) {
    let table = export.table
    let start = exports.reduce(0) { $0 + $1.rows }
    defer {
      exports.append((file, rows))
      selection = export.selection
    }
    func place(_ row: Int) -> Int { start + export.rowRead(row) }
    guard let known = latest else {
      latest = table
      first = Array(repeating: 0, count: table.rowCount)
      places = (0..<table.rowCount).map(place)
      isBlank = (0..<table.rowCount).map { isWithoutVotes(table, $0) }
      return
    }
    let matches = table.asked(key).matches(in: known.asked(key))
    // Votes where there were none are the first ones, and nothing that was changed.
    let filled = Set(
      matches.indices.filter { matches[$0] >= 0 && isBlank[Int(matches[$0])] && !isWithoutVotes(table, $0) })
    for row in filled { (first[Int(matches[row])], isBlank[Int(matches[row])]) = (exports.count, false) }
    let changed = note(changesOf: known, in: table, matches, but: filled, file)
    let fresh = matches.indices.filter { matches[$0] < 0 }
    let taken = changed + fresh
    guard !taken.isEmpty else { return }
    var joining = TableJoining()
    do throws(TableMessage) {
      try joining.append(known)
      try joining.append(table.filtered(rows: taken).compacted)
    } catch {
      throw DiagnosticsError([Diagnostic(error, at: .init(file: file.name), datum: .init(dataset: export.dataset))])
    }
    var order = Array(0..<known.rowCount)
    for (index, row) in changed.enumerated() {
      order[Int(matches[row])] = known.rowCount + index
      places[Int(matches[row])] = place(row)
    }
    order += fresh.indices.map { known.rowCount + changed.count + $0 }
    latest = joining.table.filtered(rows: order)
    first += fresh.map { _ in exports.count }
    places += fresh.map(place)
    isBlank += fresh.map { isWithoutVotes(table, $0) }
  }

  private func isWithoutVotes(_ table: Table, _ row: Int) -> Bool {
    votes.allSatisfy { table[$0]?.missing.contains(row) ?? true }
  }

  /// The rows of `table` that have something else than `known` has; of figures, what changed is noted, but in the rows `filled`.
  private mutating func note(
    changesOf known: Table, in table: Table, _ matches: [Int32], but filled: Set<Int>, _ file: SeriesFile
  ) -> [Int] {
    var changed: Set<Int> = []
    for (name, column) in zip(table.columnNames, table.columns) {
      guard let before = known[name] else { continue }
      for (row, match) in matches.enumerated() where match >= 0 && !column.isSame(row, as: before, Int(match)) {
        changed.insert(row)
        guard !filled.contains(row), case .integer(let now) = column, case .integer(let then) = before else { continue }
        revisions.append(
          Revision(
            row: Int(match), column: name, before: then[Int(match)].map(Int.init), after: now[row].map(Int.init),
            file: file.name, at: file.to))
      }
    }
    return changed.sorted()
  }

  /// The sheets, each with the interval in which it was first published: behind the last export without it, or without votes of
  /// it, and by the first with it.
  ///
  /// Throws a `DiagnosticsError` where the exports themselves say when.
  func source(_ target: DatasetSource, _ fields: PublicationFields) throws(DiagnosticsError) -> DatasetSource {
    var source = target
    guard let latest else { return source }
    source.table = latest
    let said = source.saidTwice([fields.day.name, fields.from.name, fields.to.name, fields.basis.name])
    guard said.isEmpty else { throw DiagnosticsError(said) }
    source.parts = FileParts(exports.map(\.file.name), rows: exports.map(\.rows))
    (source.rowNumbers, source.revisions, source.selection) = (places, revisions, selection)
    source.table = latest.replacing([
      fields.from.name: .dateTime(Column(first.map { $0 == 0 ? nil : exports[$0 - 1].file.from })),
      fields.to.name: .dateTime(Column(first.map { exports[$0].file.to })),
      fields.basis.name: .text(TextColumn(repeating: Publication.Basis.inferred.rawValue, count: first.count)),
    ])
    return source
  }
}

extension TextColumn {
  /// `text` in each of `count` rows.
  init(repeating text: String, count: Int) {
    var builder = TextColumnBuilder(count: count)
    for _ in 0..<count { builder.append(text.utf8) }
    self = builder.column
  }
}

extension AnyColumn {
  /// Whether `row` holds the same value as `other`, a column of the same type, in row `otherRow`, or both none.
  fileprivate func isSame(_ row: Int, as other: AnyColumn, _ otherRow: Int) -> Bool {
    guard case .text(let texts) = self, case .text(let others) = other else { return self[row] == other[otherRow] }
    return texts.isMissing(row) == others.isMissing(otherRow) && texts.utf8(row) == others.utf8(otherRow)
  }
}

extension Table {
  /// The table with no other texts in memory than those of its rows.
  fileprivate var compacted: Table {
    Table(
      kindColumns: zip(columnNames, columns).map { name, column in
        guard case .text(let texts) = column else { return (name, column) }
        var builder = TextColumnBuilder(count: rowCount)
        for row in 0..<rowCount {
          if texts.missing.contains(row) { builder.appendMissing() } else { builder.append(Array(texts.utf8(row))) }
        }
        return (name, .text(builder.column))
      })
  }
}
